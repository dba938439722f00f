package io.joblens.agent.log;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import java.io.IOException;
import java.util.Arrays;

/**
 * What one line says, and the order in which it does. Used again for other lines. Not thread-safe.
 *
 * <p>No name stands twice in a line. An application's field that is named like a standard one fills that one's place where the
 * line has no value of its own for it; where it has, the field's name gets a prefix, unless both say the same.
 */
final class Line implements Reusable {
    private static final String PREFIX = "field_";
    private static final long NO_DURATION = -1;
    private static final StandardField[] BEFORE_FIELDS = {
        StandardField.JOB_ID,
        StandardField.JOB_TYPE,
        StandardField.USER_ID,
        StandardField.ATTEMPTS,
        StandardField.STATUS,
        StandardField.DURATION_MS,
        StandardField.SCAN,
        StandardField.OPERATION,
        StandardField.SUCCESS
    };
    private static final StandardField[] AFTER_FIELDS = {
        StandardField.ERROR, StandardField.ERROR_STACK, StandardField.ERROR_CODE
    };
    private static final int HEAD =
            StandardField.TIMESTAMP.bit() | StandardField.LEVEL.bit() | StandardField.MESSAGE.bit();

    private final LineForm form;
    private final ShownNames names = ShownNames.now();
    private final Timestamp timestamp = new Timestamp();
    private final Object[] own = new Object[StandardField.COUNT];
    private long durationNanos = NO_DURATION;
    private Object error;
    private Fields fields = Fields.NONE;
    private Fields more = Fields.NONE;
    private LineBytes bytes;

    /** The standard fields that an application's field is named like. */
    private int namesakes;
    /** Whether two fields may have the same name. */
    private boolean mayRepeat;

    Line(LineForm form) {
        this.form = form;
    }

    /** The line's own value of a standard field; {@code null} is none. */
    void set(StandardField name, Object value) {
        own[name.ordinal()] = value;
    }

    void setUnlessSet(StandardField name, Object value) {
        if (own[name.ordinal()] == null) {
            set(name, value);
        }
    }

    /** The run that the line is about or stands in, or {@code null}. */
    void run(JobRun run) {
        if (run == null) {
            return;
        }
        set(StandardField.JOB_ID, run.id());
        set(StandardField.JOB_TYPE, run.type());
        set(StandardField.USER_ID, run.userId());
        set(StandardField.ATTEMPTS, run.attempt());
    }

    void duration(long nanos) {
        durationNanos = Math.max(0, nanos);
    }

    /** The application's fields; a value in {@code more} replaces one in {@code fields}. */
    void fields(Fields fields, Fields more) {
        this.fields = fields;
        this.more = more;
    }

    /** A {@code Throwable} or a text, or {@code null}. */
    void error(Object error) {
        this.error = error;
    }

    void errorUnlessSet(Throwable thrown) {
        if (error == null) {
            error = thrown;
        }
    }

    /** The bytes of the line, valid until the next. */
    LineBytes encode(long wallMillis, Message message) throws IOException {
        form.start(timestamp.of(wallMillis), message);
        return encodeFields();
    }

    /** As {@link #encode(long, Message)}, with any message. */
    LineBytes encode(long wallMillis, Level level, String message) throws IOException {
        form.start(timestamp.of(wallMillis), level, message);
        return encodeFields();
    }

    /** A line of its own kind, which has all metrics as its only field. */
    LineBytes encodeMetrics(long wallMillis, String json) throws IOException {
        form.start(timestamp.of(wallMillis), Level.INFO, "Metrics snapshot");
        form.name("metrics");
        form.json(json);
        bytes = form.end();
        return bytes;
    }

    private LineBytes encodeFields() throws IOException {
        readError();
        readNames();
        for (StandardField name : BEFORE_FIELDS) {
            writeStandard(name);
        }
        for (int i = 0; i < count(); i++) {
            writeField(i);
        }
        for (StandardField name : AFTER_FIELDS) {
            writeStandard(name);
        }
        bytes = form.end();
        return bytes;
    }

    @Override
    public void clear() {
        Arrays.fill(own, null);
        durationNanos = NO_DURATION;
        error = null;
        fields = Fields.NONE;
        more = Fields.NONE;
    }

    @Override
    public boolean isBulky() {
        return bytes.isBulky();
    }

    private void readError() {
        if (error == null) {
            return;
        }
        if (error instanceof Throwable) {
            Throwable thrown = (Throwable) error;
            set(StandardField.ERROR, ErrorText.of(thrown));
            set(StandardField.ERROR_STACK, StackText.of(thrown));
            set(StandardField.ERROR_CODE, ErrorCode.of(thrown));
        } else {
            set(StandardField.ERROR, error.toString());
        }
    }

    /** One look at all names tells most lines that nothing is special about them. */
    private void readNames() {
        namesakes = 0;
        mayRepeat = false;
        long hashes = 0;
        for (int i = 0; i < count(); i++) {
            if (value(i) == null) {
                continue;
            }
            String name = name(i);
            long hash = 1L << name.hashCode();
            mayRepeat |= (hashes & hash) != 0;
            hashes |= hash;
            StandardField standard = names.named(name);
            if (standard != null) {
                namesakes |= standard.bit();
            }
        }
    }

    private void writeStandard(StandardField name) throws IOException {
        if (names.of(name) == null) {
            return;
        }
        if (name == StandardField.DURATION_MS && durationNanos != NO_DURATION) {
            form.name(name);
            form.millis(durationNanos);
            return;
        }
        Object value = own[name.ordinal()];
        if (value == null && (namesakes & name.bit()) != 0) {
            value = last(name);
        }
        if (value != null) {
            form.name(name);
            form.value(value);
        }
    }

    private void writeField(int index) throws IOException {
        Object value = value(index);
        if (value == null || mayRepeat && isRepeated(index)) {
            return;
        }
        String name = name(index);
        if (mayRepeat) {
            value = last(name);
        }
        if (namesakes != 0) {
            name = besideStandard(name, value);
            if (name == null) {
                return;
            }
        }
        form.name(name);
        form.value(value);
    }

    /** The name for a field beside the standard ones, or {@code null} if the line says it already. */
    private String besideStandard(String name, Object value) {
        StandardField standard = names.named(name);
        if (standard == null) {
            return name;
        }
        if (names.of(standard) == null) {
            return null;
        }
        Object owned = own[standard.ordinal()];
        boolean isOwn = owned != null
                || (standard.bit() & HEAD) != 0
                || standard == StandardField.DURATION_MS && durationNanos != NO_DURATION;
        if (!isOwn || owned != null && owned.toString().equals(value.toString())) {
            return null;
        }
        String beside = PREFIX + name;
        while (last(beside) != null) {
            beside = PREFIX + beside;
        }
        return beside;
    }

    private boolean isRepeated(int index) {
        for (int i = 0; i < index; i++) {
            if (value(i) != null && name(i).equals(name(index))) {
                return true;
            }
        }
        return false;
    }

    private Object last(String name) {
        for (int i = count() - 1; i >= 0; i--) {
            if (value(i) != null && name(i).equals(name)) {
                return value(i);
            }
        }
        return null;
    }

    /** The last value among the fields that are named like a standard one. */
    private Object last(StandardField standard) {
        for (int i = count() - 1; i >= 0; i--) {
            if (value(i) != null && names.named(name(i)) == standard) {
                return value(i);
            }
        }
        return null;
    }

    private int count() {
        return fields.size() + more.size();
    }

    private String name(int index) {
        int size = fields.size();
        return index < size ? fields.name(index) : more.name(index - size);
    }

    private Object value(int index) {
        int size = fields.size();
        return index < size ? fields.value(index) : more.value(index - size);
    }
}
