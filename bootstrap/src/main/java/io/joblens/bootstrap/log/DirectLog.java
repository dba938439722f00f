package io.joblens.bootstrap.log;

import io.joblens.bootstrap.report.Reports;

/** The door of lines that the application writes through {@code io.joblens.api.JobLog}. Thread-safe; nothing is thrown. */
public final class DirectLog {
    private static volatile DirectLines lines = DirectLines.NONE;

    private DirectLog() {}

    /** From now on, lines go there. */
    public static void use(DirectLines taker) {
        lines = taker;
    }

    /** Whether the line was taken; see {@link DirectLines#write}. */
    public static boolean write(
            String kind,
            String text,
            Object id,
            double durationMs,
            int attempt,
            Object error,
            boolean success,
            Object[] pairs) {
        try {
            return lines.write(kind, text, id, durationMs, attempt, error, success, pairs);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return false;
        }
    }
}
