package io.joblens.agent.runs;

import io.joblens.agent.log.ErrorText;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The runs that ended last. To keep one costs a lease and some stores: nothing is allocated but for a failure's long texts, no
 * clock is read, and nobody waits. Where every stripe is leased at that moment, the run is not kept; nor are those of a flood,
 * which nobody could read, unless they failed. Thread-safe.
 */
public final class RecentRuns {
    /** How many are shown. Each stripe has room for all of them, since one thread alone may have ended them. */
    static final int MOST = 200;

    private static final int STRIPES = 8;

    /** How often a reader looks whether a stripe is free, before it goes on without. */
    private static final int LOOKS = 100;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final Comparator<EndedRun> NEWEST_FIRST = new Comparator<EndedRun>() {
        @Override
        public int compare(EndedRun one, EndedRun other) {
            // The difference, because nanoTime() may pass from the greatest number to the least.
            return Long.signum(other.endNanos - one.endNanos);
        }
    };

    private final Clock clock;
    private final long sinceMillis;
    private final AtomicReferenceArray<RecentStripe> stripes = new AtomicReferenceArray<RecentStripe>(STRIPES);

    public RecentRuns(Clock clock) {
        this.clock = clock;
        this.sinceMillis = clock.wallMillis();
    }

    /** A listener that keeps what ends and passes everything on. */
    public JobListener before(JobListener next) {
        return new KeepingListener(this, next);
    }

    void keep(JobRun run, Outcome outcome, long durationNanos, Object error) {
        int hint = run.owner().hint();
        long endNanos = run.startNanos() + durationNanos;
        RecentStripe usual = stripes.get(hint & STRIPES - 1);
        if (outcome != Outcome.FAILED && usual != null && usual.isFlooded(endNanos)) {
            return;
        }
        String exception = null;
        String text = null;
        if (error instanceof Throwable) {
            exception = error.getClass().getName();
            // The application's own code, so before anything is leased.
            text = ErrorText.of((Throwable) error);
        } else if (error != null) {
            text = error.toString();
        }
        RecentStripe stripe = lease(hint);
        if (stripe == null) {
            return;
        }
        try {
            stripe.place(endNanos).set(run, outcome, durationNanos, exception, text);
            stripe.release();
        } catch (Throwable thrown) {
            stripe.taken = 0;
            throw thrown;
        }
    }

    /** At most {@value #MOST}. */
    List<EndedRun> newestFirst() {
        List<EndedRun> runs = new ArrayList<EndedRun>();
        for (int i = 0; i < STRIPES; i++) {
            RecentStripe stripe = stripes.get(i);
            if (stripe != null) {
                copy(stripe, runs);
            }
        }
        Collections.sort(runs, NEWEST_FIRST);
        return runs.subList(0, Math.min(runs.size(), MOST));
    }

    /** When something was, in milliseconds since 1970. */
    long wallMillis(long nanos) {
        return clock.wallMillis() - (clock.nanoTime() - nanos) / 1_000_000;
    }

    long now() {
        return clock.nanoTime();
    }

    /** Since when runs are kept, in milliseconds since 1970. It tells one JVM from the next at the same address. */
    long sinceMillis() {
        return sinceMillis;
    }

    private static void copy(RecentStripe stripe, List<EndedRun> into) {
        // Whoever ends a run holds it for some stores only, unless its thread is held there; those who find it leased
        // by us take
        // another one.
        for (int look = 0; look < LOOKS; look++) {
            if (stripe.take()) {
                try {
                    stripe.copyTo(into);
                } finally {
                    stripe.release();
                }
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The stripe of this thread or the first free one after it, taken; {@code null} when all are taken. */
    private RecentStripe lease(int hint) {
        for (int i = 0; i < STRIPES; i++) {
            int at = hint + i & STRIPES - 1;
            RecentStripe stripe = stripes.get(at);
            if (stripe == null) {
                stripes.compareAndSet(at, null, new RecentStripe(MOST));
                stripe = stripes.get(at);
            }
            if (stripe.take()) {
                return stripe;
            }
        }
        return null;
    }
}
