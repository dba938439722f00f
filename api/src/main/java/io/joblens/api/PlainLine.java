package io.joblens.api;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A line of {@link JobLog} where no agent takes it: its fields in order, and no name twice. Not thread-safe. */
final class PlainLine {
    private static final String[] LEVELS = {"debug", "info", "warn", "error"};
    private static final String PREFIX = "field_";
    private static final String MASK = "***";
    private static final int MOST = 32 * 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int THRESHOLD = threshold(variable("LOG_LEVEL"));
    private static final boolean IS_JSON =
            "json".equalsIgnoreCase(variable("LOG_FORMAT").trim());

    private final Map<String, Object> fields = new LinkedHashMap<String, Object>();
    private Object error;

    private PlainLine() {}

    static void write(
            String kind,
            String text,
            Object id,
            double durationMs,
            int attempt,
            Object error,
            boolean success,
            Object[] pairs) {
        String level = level(kind, success);
        if (rank(level) < THRESHOLD) {
            return;
        }
        PlainLine line = new PlainLine();
        line.error = error;
        line.add(kind, text, id, durationMs, attempt, success);
        line.add(pairs);
        line.addStatus(kind);
        line.addError();
        String written = line.spell(TIME.format(Instant.now()), level, message(kind, text, success), IS_JSON);
        PrintStream out = System.out;
        // One call for the whole line, so that no other one stands inside it.
        out.print(written + "\n");
        out.flush();
    }

    private static String level(String kind, boolean success) {
        if (kind.equals("job") || kind.equals("completed")) {
            return "info";
        }
        if (kind.equals("failed") || kind.equals("operation")) {
            return success ? "info" : "error";
        }
        return kind;
    }

    private static String message(String kind, String text, boolean success) {
        switch (kind) {
            case "job":
                return "Job " + text;
            case "completed":
            case "failed":
                return "Job " + kind;
            case "operation":
                return success ? "Operation completed" : "Operation failed";
            default:
                return String.valueOf(text);
        }
    }

    private void add(String kind, String text, Object id, double durationMs, int attempt, boolean success) {
        put("job_id", id);
        if (attempt > 0) {
            put("attempts", attempt);
        }
        if (durationMs >= 0 && !Double.isInfinite(durationMs)) {
            put("duration_ms", millis(durationMs));
        }
        if (kind.equals("operation")) {
            put("operation", text);
            put("success", success);
        }
    }

    private void add(Object[] pairs) {
        for (int i = 0; pairs != null && i < pairs.length; i += 2) {
            boolean isPair = i + 1 < pairs.length;
            Object value = isPair ? pairs[i + 1] : pairs[i];
            String name = isPair ? text(pairs[i]) : "unpaired";
            if (value instanceof Throwable && error == null && (!isPair || name.equals("error"))) {
                error = value;
            } else {
                put(name, value);
            }
        }
    }

    private void addStatus(String kind) {
        if (!fields.containsKey("status") && (kind.equals("completed") || kind.equals("failed"))) {
            fields.put("status", kind);
        }
    }

    private void addError() {
        if (error instanceof Throwable) {
            String message = messageOf((Throwable) error);
            put("error", message == null || message.isEmpty() ? error.getClass().getName() : message);
            put("error_stack", stackOf((Throwable) error));
        } else {
            put("error", error);
        }
    }

    private void put(String name, Object value) {
        if (value == null) {
            return;
        }
        String free = name;
        while (fields.containsKey(free) || free.equals("timestamp") || free.equals("level") || free.equals("message")) {
            free = PREFIX + free;
        }
        fields.put(free, SecretName.is(name) ? MASK : plain(value));
    }

    private String spell(String time, String level, String message, boolean asJson) {
        StringBuilder line = new StringBuilder(256);
        if (asJson) {
            line.append("{\"timestamp\":\"")
                    .append(time)
                    .append("\",\"level\":\"")
                    .append(level)
                    .append("\",\"message\":");
            Spelling.quoted(message, line);
        } else {
            line.append('[')
                    .append(time)
                    .append("] [")
                    .append(level.toUpperCase(Locale.ROOT))
                    .append("] ");
            Spelling.inLine(message, line);
        }
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (asJson) {
                line.append(',');
                Spelling.quoted(field.getKey(), line);
                line.append(':');
                Spelling.json(field.getValue(), line);
            } else {
                line.append(' ');
                Spelling.word(field.getKey(), line);
                line.append('=');
                Spelling.word(field.getValue().toString(), line);
            }
        }
        return asJson ? line.append('}').toString() : line.toString();
    }

    private static Object plain(Object value) {
        boolean isPlain = value instanceof Boolean
                || value instanceof Number && value.getClass().getName().startsWith("java.");
        return isPlain ? value : text(value);
    }

    private static String text(Object value) {
        String text;
        try {
            text = String.valueOf(value);
        } catch (Throwable broken) {
            return "(toString of " + value.getClass().getName() + " threw "
                    + broken.getClass().getName() + ")";
        }
        return text == null ? "null" : text.length() <= MOST ? text : cut(text);
    }

    private static String cut(String text) {
        return text.substring(0, MOST) + " ... (cut, of " + text.length() + " characters)";
    }

    private static Object millis(double durationMs) {
        double rounded = Math.rint(durationMs * 1000) / 1000;
        BigDecimal exact = new BigDecimal(Double.toString(rounded)).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static String messageOf(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable broken) {
            return null;
        }
    }

    private static String stackOf(Throwable thrown) {
        StringWriter stack = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(stack, true));
        } catch (Throwable broken) {
            stack.write("(its stack trace threw " + broken.getClass().getName() + ")");
        }
        return text(stack.toString().trim());
    }

    private static int threshold(String level) {
        String word = level.trim().toLowerCase(Locale.ROOT);
        int rank = rank(word.equals("warning") ? "warn" : word);
        return rank < 0 ? rank("info") : rank;
    }

    private static int rank(String level) {
        for (int i = 0; i < LEVELS.length; i++) {
            if (LEVELS[i].equals(level)) {
                return i;
            }
        }
        return -1;
    }

    private static String variable(String name) {
        try {
            String value = System.getenv(name);
            return value == null ? "" : value;
        } catch (SecurityException denied) {
            return "";
        }
    }
}
