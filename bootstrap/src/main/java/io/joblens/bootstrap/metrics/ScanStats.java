package io.joblens.bootstrap.metrics;

/** The series of one kind of malware scan. Thread-safe. */
public final class ScanStats {
    /** What came of a scan. */
    public enum Verdict {
        CLEAN,
        INFECTED,
        FAILED
    }

    private static final int VERDICTS = Verdict.values().length;

    private final String name;
    private final Labels labels;
    private final Recorder scans;
    private final HistogramReading[] durations = {new HistogramReading()};
    private final long[] verdicts = new long[VERDICTS];

    ScanStats(String name, Labels labels, int window, CurrentTrace traces) {
        this.name = name;
        this.labels = labels;
        this.scans = new Recorder(VERDICTS, 0, window, traces, Scale.DURATION);
    }

    /** The scan's name, or {@code null}. */
    public String name() {
        return name;
    }

    /** A scan ended; the parameters are as for {@link JobStats#processed}. */
    public void scanned(int hint, long nanos, Verdict verdict, long atNanos, Object jobId) {
        String trace = scans.trace();
        Stripe stripe = scans.take(hint);
        try {
            scans.record(stripe, stripe.slot(atNanos), 0, nanos, jobId, trace, atNanos);
            stripe.add(verdict.ordinal(), 1);
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
        scans.read(durations, verdicts, windows);
    }

    HistogramReading durations() {
        return durations[0];
    }

    long count(Verdict verdict) {
        return verdicts[verdict.ordinal()];
    }
}
