package io.joblens.bootstrap.metrics;

import java.util.concurrent.atomic.LongAdder;

/** The series of one job type. Thread-safe. */
public final class JobStats {
    private static final int FAILED = 0;
    private static final int LAST_SUCCESS = 1;
    private static final int DURATION = 0;
    private static final int ATTEMPT = 1;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long[] NOTHING = {};

    private final String type;
    private final Labels labels;
    private final long originNanos;
    private final Recorder runs;
    private final Recorder waits;
    private final LongAdder created = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder abandoned = new LongAdder();
    private final Reading reading = new Reading();

    JobStats(String type, Labels labels, int window, CurrentTrace traces, long originNanos) {
        this.type = type;
        this.labels = labels;
        // A moment is kept as its distance from before the first run, so that 0 can mean "never".
        this.originNanos = originNanos - 1;
        this.runs = new Recorder(1, 1, window, traces, Scale.DURATION, Scale.ATTEMPTS);
        this.waits = new Recorder(0, 0, window, traces, Scale.WAIT);
    }

    /** The job type, or {@code null} for jobs that have none. */
    public String type() {
        return type;
    }

    public Labels labels() {
        return labels;
    }

    /** A job was queued. */
    public void created() {
        created.increment();
    }

    /** A run started that is not its job's first. */
    public void retried() {
        retries.increment();
    }

    /** A run was given up: it never ended. */
    public void abandoned() {
        abandoned.increment();
    }

    /** A run ended without having been processed. */
    public void skipped() {
        skipped.increment();
    }

    /** A job started that had waited since it was created; the parameters are as for {@link #processed}. */
    public void waited(int hint, long nanos, long atNanos, Object jobId) {
        String trace = waits.trace();
        Stripe stripe = waits.take(hint);
        try {
            waits.record(stripe, stripe.slot(atNanos), DURATION, Math.max(0, nanos), jobId, trace, atNanos);
            stripe.release();
        } catch (Throwable thrown) {
            stripe.taken = 0;
            throw thrown;
        }
    }

    /**
     * A run was processed.
     *
     * @param hint a number of the recording thread, to keep threads out of each other's way
     * @param atNanos when it ended, by {@link Clock#nanoTime()}
     * @param jobId a {@code String} or a JDK number, or {@code null}
     */
    public void processed(int hint, long nanos, int attempt, boolean failed, long atNanos, Object jobId) {
        String trace = runs.trace();
        Stripe stripe = runs.take(hint);
        try {
            int slot = stripe.slot(atNanos);
            runs.record(stripe, slot, DURATION, nanos, jobId, trace, atNanos);
            runs.record(stripe, slot, ATTEMPT, attempt, jobId, trace, atNanos);
            if (failed) {
                stripe.add(FAILED, 1);
            } else {
                stripe.raise(LAST_SUCCESS, atNanos - originNanos);
            }
            stripe.release();
        } catch (Throwable thrown) {
            stripe.taken = 0;
            throw thrown;
        }
    }

    /** Notes a run in flight, for the reading that is being made; called by {@link RunsInFlight} only. */
    public void noteActive(long ageNanos) {
        reading.active++;
        reading.oldestNanos = Math.max(reading.oldestNanos, ageNanos);
    }

    /** What was read last; guarded by the registry. */
    Reading reading() {
        return reading;
    }

    /** Reads all series but those of runs in flight; guarded by the registry, which reads one at a time. */
    void read(boolean windows) {
        forgetActive();
        runs.read(reading.ofRuns, reading.besideRuns, windows);
        waits.read(reading.ofWaits, NOTHING, windows);
    }

    /** The runs in flight are to be noted anew; guarded by the registry. */
    void forgetActive() {
        reading.active = 0;
        reading.oldestNanos = 0;
    }

    /** What {@link #read} found; the same object every time. */
    final class Reading {
        private final HistogramReading[] ofRuns = {new HistogramReading(), new HistogramReading()};
        private final HistogramReading[] ofWaits = {new HistogramReading()};
        private final long[] besideRuns = new long[2];
        private long knownSuccess;
        private long lastSuccessMillis;
        private int active;
        private long oldestNanos;

        void dateExemplars(long nowNanos, long wallMillis) {
            durations().dateExemplars(nowNanos, wallMillis);
            attempts().dateExemplars(nowNanos, wallMillis);
            waits().dateExemplars(nowNanos, wallMillis);
        }

        HistogramReading durations() {
            return ofRuns[DURATION];
        }

        HistogramReading attempts() {
            return ofRuns[ATTEMPT];
        }

        HistogramReading waits() {
            return ofWaits[0];
        }

        long failed() {
            return besideRuns[FAILED];
        }

        /**
         * When a run last completed, in milliseconds since 1970, 0 before the first. The two clocks drift apart, so the
         * answer is kept for as long as no other run completes.
         */
        long lastSuccessMillis(long nowNanos, long wallMillis) {
            long completed = besideRuns[LAST_SUCCESS];
            if (completed != 0 && completed != knownSuccess) {
                double agoMillis = (nowNanos - originNanos - completed) / NANOS_PER_MILLI;
                lastSuccessMillis = Math.round(wallMillis - agoMillis);
                knownSuccess = completed;
            }
            return lastSuccessMillis;
        }

        long createdJobs() {
            return created.sum();
        }

        long skippedRuns() {
            return skipped.sum();
        }

        long retriedRuns() {
            return retries.sum();
        }

        long abandonedRuns() {
            return abandoned.sum();
        }

        int active() {
            return active;
        }

        long oldestNanos() {
            return oldestNanos;
        }
    }
}
