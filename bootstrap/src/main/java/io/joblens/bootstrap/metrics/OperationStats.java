package io.joblens.bootstrap.metrics;

/** The series of one operation. Thread-safe. */
public final class OperationStats {
    private final String name;
    private final Labels labels;
    private final Recorder operations;
    private final HistogramReading[] durations = {new HistogramReading()};
    private final long[] failures = new long[1];

    OperationStats(String name, Labels labels, int window, CurrentTrace traces) {
        this.name = name;
        this.labels = labels;
        this.operations = new Recorder(1, 0, window, traces, Scale.DURATION);
    }

    public String name() {
        return name;
    }

    /** An operation ended; the parameters are as for {@link JobStats#processed}. */
    public void ended(int hint, long nanos, boolean failed, long atNanos, Object jobId) {
        String trace = operations.trace();
        Stripe stripe = operations.take(hint);
        try {
            operations.record(stripe, stripe.slot(atNanos), 0, nanos, jobId, trace, atNanos);
            if (failed) {
                stripe.add(0, 1);
            }
            stripe.release();
        } catch (Throwable thrown) {
            stripe.taken = 0;
            throw thrown;
        }
    }

    Labels labels() {
        return labels;
    }

    /** Guarded by the registry. */
    void read(boolean windows) {
        operations.read(durations, failures, windows);
    }

    HistogramReading durations() {
        return durations[0];
    }

    long failed() {
        return failures[0];
    }
}
