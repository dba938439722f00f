package io.joblens.api;

/**
 * Writes log lines about jobs, with fields as names and values in turn:
 *
 * <pre>{@code
 * JobLog.info("Upload started", "object_key", key, "file_count", 5);
 * JobLog.jobCompleted(job.id(), 5000, "output_key", target);
 * }</pre>
 *
 * <p>Under the agent the lines are the agent's, in its form and from its level on, carry the fields of the current job, and count
 * in its metrics. Without it they go to stdout as text, or as JSON where the environment has {@code LOG_FORMAT=json};
 * {@code LOG_LEVEL} is the lowest level that is written, {@code info} by default.
 *
 * <p>Thread-safe. Nothing is ever thrown from here, whatever is handed over: a value that is {@code null} is left out, the last
 * name stands as {@code unpaired} when it has no value, unless it is a {@code Throwable}, which is the error of the line. Values
 * of fields whose names look secret are masked.
 */
public final class JobLog {
    private static final double UNKNOWN = -1;

    private JobLog() {}

    public static void debug(String message, Object... fields) {
        write("debug", message, null, UNKNOWN, 0, null, true, fields);
    }

    public static void info(String message, Object... fields) {
        write("info", message, null, UNKNOWN, 0, null, true, fields);
    }

    public static void warn(String message, Object... fields) {
        write("warn", message, null, UNKNOWN, 0, null, true, fields);
    }

    public static void error(String message, Object... fields) {
        write("error", message, null, UNKNOWN, 0, null, true, fields);
    }

    /**
     * Something happened to a job. The event {@code created} counts it as queued; other events are lines only.
     *
     * @param event such as {@code created} or {@code processing_started}
     */
    public static void job(String event, Object id, Object... fields) {
        write("job", event, id, UNKNOWN, 0, null, true, fields);
    }

    /**
     * A job was completed. A run of it that is going on ends by this; without one, one is counted, with the type of a field
     * {@code job_type}.
     *
     * @param durationMs in milliseconds
     */
    public static void jobCompleted(Object id, double durationMs, Object... fields) {
        write("completed", null, id, durationMs, 0, null, true, fields);
    }

    /**
     * A job failed; counted as {@link #jobCompleted}. A field {@code duration_ms} tells how long it took.
     *
     * @param error a {@code Throwable}, or anything that says what went wrong
     * @param attempts the number of the attempt, from 1
     */
    public static void jobFailed(Object id, Object error, int attempts, Object... fields) {
        write("failed", null, id, UNKNOWN, attempts, error, false, fields);
    }

    /**
     * A step was done, in a job or outside of any; counted in {@code operation_seconds}.
     *
     * @param durationMs in milliseconds
     */
    public static void operation(String name, double durationMs, boolean success, Object... fields) {
        write("operation", name, null, durationMs, 0, null, success, fields);
    }

    /** All lines go through here, where the agent takes them over; it knows this method by its name and parameters. */
    private static void write(
            String kind,
            String text,
            Object id,
            double durationMs,
            int attempt,
            Object error,
            boolean success,
            Object[] fields) {
        try {
            PlainLine.write(kind, text, id, durationMs, attempt, error, success, fields);
        } catch (Throwable lost) {
            // Whoever logs must not fail by it.
        }
    }
}
