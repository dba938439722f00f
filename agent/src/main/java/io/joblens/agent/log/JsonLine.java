package io.joblens.agent.log;

import io.joblens.bootstrap.job.FieldPolicy;
import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.report.Reports;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A line of the application as JSON. It goes back to its pool when it was asked for its bytes or text.
 *
 * <p>No name stands twice: a field that is named like one the line has of itself gets a prefix.
 */
final class JsonLine implements ApplicationLine, Reusable, BiConsumer<Object, Object> {
    /** Of a message, which a plain line would hold whole; it takes less of any other value. */
    static final int MOST_OF_MESSAGE = 1024 * 1024;

    private static final String PREFIX = "field_";
    private static final Charset DEFAULT = Charset.defaultCharset();

    private final LinePool<JsonLine> pool;
    private final FieldPolicy policy = FieldPolicy.current();
    private final ShownNames names = ShownNames.now();
    private final String loggerName = policy.shown("logger");
    private final String threadName = policy.shown("thread");
    private final JsonForm form = new JsonForm();
    private final Timestamp timestamp = new Timestamp();
    private final FieldTable fields = new FieldTable();
    private long wallMillis;
    private String level;
    private String logger;
    private String thread;
    private String message;
    private String error;
    private String errorStack;
    private Object errorCode;
    private boolean isBulky;

    JsonLine(LinePool<JsonLine> pool) {
        this.pool = pool;
    }

    @Override
    public void head(long wallMillis, String level, String logger, String thread, String message) {
        this.wallMillis = wallMillis;
        this.level = LevelWord.of(level);
        this.logger = logger;
        this.thread = thread;
        this.message = String.valueOf(message);
    }

    @Override
    public void context(Map<?, ?> fields) {
        if (fields == null) {
            return;
        }
        try {
            // Unlike an iterator, which would be garbage.
            fields.forEach(this);
        } catch (Throwable ofTheMap) {
            Reports.caught(ofTheMap);
        }
    }

    @Override
    public void accept(Object name, Object value) {
        field(name instanceof String ? (String) name : String.valueOf(PlainValue.of(name)), value);
    }

    @Override
    public void field(String name, Object value) {
        String known = String.valueOf(name);
        fields.put(known, policy.value(known, value));
    }

    @Override
    public void error(Throwable thrown) {
        if (thrown == null) {
            return;
        }
        error = ErrorText.of(thrown);
        errorStack = StackText.of(thrown);
        errorCode = ErrorCode.of(thrown);
    }

    @Override
    public void error(String type, String message, String stack) {
        error = message == null || message.isEmpty() ? type : message;
        errorStack = stack;
    }

    @Override
    public byte[] bytes(Charset charset) {
        Charset wanted = charset == null ? DEFAULT : charset;
        try {
            if (wanted.equals(StandardCharsets.UTF_8)) {
                return given(encode(false).copy());
            }
            LineBytes ascii = encode(true);
            boolean isSame = wanted.equals(StandardCharsets.US_ASCII) || wanted.equals(StandardCharsets.ISO_8859_1);
            return given(
                    isSame
                            ? ascii.copy()
                            : ascii.text(StandardCharsets.US_ASCII).getBytes(wanted));
        } catch (Throwable thrown) {
            // The line is not given back: what is half written inside it is garbage with it.
            Reports.caught(thrown);
            return null;
        }
    }

    @Override
    public String text() {
        try {
            // Who encodes it later most often does so in the default.
            return given(
                    DEFAULT.equals(StandardCharsets.UTF_8)
                            ? encode(false).text(StandardCharsets.UTF_8)
                            : encode(true).text(StandardCharsets.US_ASCII));
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return null;
        }
    }

    @Override
    public void clear() {
        fields.clear();
        level = null;
        logger = null;
        thread = null;
        message = null;
        error = null;
        errorStack = null;
        errorCode = null;
    }

    @Override
    public boolean isBulky() {
        return isBulky || fields.isBulky();
    }

    private <T> T given(T made) {
        pool.give(this);
        return made;
    }

    private LineBytes encode(boolean escapesAll) throws IOException {
        form.start(timestamp.of(wallMillis), level, message, MOST_OF_MESSAGE, escapesAll);
        write(loggerName, logger);
        write(threadName, thread);
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.name(i);
            StandardField standard = names.named(name);
            form.name(isOwn(name, standard) ? beside(name) : name);
            form.value(PlainValue.of(standard, fields.value(i)));
        }
        write(names.of(StandardField.ERROR), error);
        write(names.of(StandardField.ERROR_STACK), errorStack);
        write(names.of(StandardField.ERROR_CODE), errorCode);
        LineBytes bytes = form.end();
        isBulky = bytes.isBulky();
        return bytes;
    }

    private void write(String name, Object value) throws IOException {
        if (name != null && value != null) {
            form.name(name);
            form.value(value);
        }
    }

    /** The name for a field beside those that the line has of itself. */
    private String beside(String name) {
        String beside = PREFIX + name;
        while (fields.has(beside)) {
            beside = PREFIX + beside;
        }
        return beside;
    }

    private boolean isOwn(String name, StandardField standard) {
        if (standard == null) {
            return name.equals(loggerName) ? logger != null : name.equals(threadName) && thread != null;
        }
        switch (standard) {
            case TIMESTAMP:
            case MESSAGE:
                return true;
            case LEVEL:
                return level != null;
            case ERROR:
                return error != null;
            case ERROR_STACK:
                return errorStack != null;
            case ERROR_CODE:
                return errorCode != null;
            default:
                return false;
        }
    }
}
