package io.joblens.bootstrap.job;

import io.joblens.bootstrap.metrics.ScanStats.Verdict;

/**
 * Hears of everything that happens to jobs, on the application's thread: implementations are quick, thread-safe, and
 * may throw, which is caught.
 */
public interface JobListener {
    /** A job was queued. {@code type}, {@code id} and {@code userId} may be {@code null}. */
    void created(String type, Object id, Object userId, Fields fields);

    void started(JobRun run);

    /**
     * A run ended.
     *
     * @param error a {@code Throwable}, or a text, or {@code null}
     * @param more fields that only the end knew
     */
    void ended(JobRun run, Outcome outcome, long durationNanos, Object error, Fields more);

    /** A scan ended, inside {@code run} or, with {@code null}, outside any job. */
    void scanned(String scan, Verdict verdict, long durationNanos, Throwable thrown, JobRun run, Fields fields);

    /** An operation ended, inside {@code run} or, with {@code null}, outside any job. */
    void operated(String operation, boolean success, long durationNanos, Throwable thrown, JobRun run, Fields fields);

    /** Where nobody listens. */
    JobListener NONE = new JobListener() {
        @Override
        public void created(String type, Object id, Object userId, Fields fields) {}

        @Override
        public void started(JobRun run) {}

        @Override
        public void ended(JobRun run, Outcome outcome, long durationNanos, Object error, Fields more) {}

        @Override
        public void scanned(
                String scan, Verdict verdict, long durationNanos, Throwable thrown, JobRun run, Fields fields) {}

        @Override
        public void operated(
                String operation, boolean success, long durationNanos, Throwable thrown, JobRun run, Fields fields) {}
    };
}
