package io.joblens.bootstrap.metrics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The histograms and counters that change together when one thing ends: a run, a scan, an operation. Thread-safe.
 *
 * <p>The cells are striped. A recording thread tries the stripe it used last; when that is taken it moves on to another,
 * and when all are taken it adds one, so nobody waits for a thread that was preempted in the middle. Every stripe keeps
 * its last samples with their times, and a reader merges them: percentiles are exact over the newest samples of all.
 */
final class Recorder {
    private static final int MOST_STRIPES =
            Integer.highestOneBit(Math.max(2, Runtime.getRuntime().availableProcessors()) * 4 - 1);
    /** How often a reader looks again whether a stripe is free, at first at once, then after pauses. */
    private static final int LOOKS = 200;

    private static final int LOOKS_AT_ONCE = 100;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Scale[] scales;
    private final int[] bases;
    private final int counters;
    private final int moments;
    private final int cells;
    private final int window;
    private final CurrentTrace traces;
    private volatile Stripe[] stripes;

    /**
     * @param counters how many counters stand beside the histograms, in the first cells
     * @param moments how many cells behind them hold a time, of which the latest counts
     * @param window how many of the newest samples percentiles are made of
     * @param traces who knows the traces that are kept with the job of a recent sample of each bucket; {@code null} where neither
     *     is kept
     */
    Recorder(int counters, int moments, int window, CurrentTrace traces, Scale... scales) {
        this.scales = scales;
        this.counters = counters;
        this.moments = moments;
        this.window = window;
        this.traces = traces;
        this.bases = new int[scales.length];
        int base = counters + moments;
        for (int i = 0; i < scales.length; i++) {
            bases[i] = base;
            base += scales[i].buckets() + 1;
        }
        this.cells = base;
        this.stripes = new Stripe[] {newStripe()};
    }

    /** The trace of the calling thread, to be asked for before a stripe is taken: what answers is not our code. */
    String trace() {
        return traces == null ? null : traces.id();
    }

    /** A stripe that the caller owns until it releases it, which it does whatever happens. */
    Stripe take(int hint) {
        Stripe[] all = stripes;
        Stripe stripe = all[hint & all.length - 1];
        return stripe.take() ? stripe : takeAnother(hint);
    }

    /**
     * Records a value of one histogram in a stripe the caller owns.
     *
     * @param jobId whose value it is: a {@code String} or a JDK number, or {@code null}
     * @param trace as {@link #trace} says
     */
    void record(Stripe stripe, int slot, int histogram, long raw, Object jobId, String trace, long atNanos) {
        Scale scale = scales[histogram];
        int base = bases[histogram];
        int bucket = base + scale.bucketOf(raw);
        stripe.add(bucket, 1);
        stripe.exemplar(bucket, jobId, trace, raw, atNanos);
        stripe.add(base + scale.buckets(), raw);
        stripe.sample(histogram, slot, raw);
    }

    /**
     * Reads all histograms, and the counters, each stripe at one moment. For one that its owner does not give back, as in a
     * thread that is held in the midst of recording, nobody waits long: it is read as it is, without its samples and exemplars.
     *
     * @param into one reading for each histogram
     * @param beside receives the counters, added up over the stripes, and behind them the latest moments
     * @param windows whether the samples are wanted too
     */
    void read(HistogramReading[] into, long[] beside, boolean windows) {
        for (int i = 0; i < into.length; i++) {
            into[i].clear(scales[i]);
        }
        Arrays.fill(beside, 0);
        for (Stripe stripe : stripes) {
            boolean owned = waitFor(stripe);
            try {
                for (int i = 0; i < counters; i++) {
                    beside[i] += stripe.cell(i);
                }
                for (int i = counters; i < counters + moments; i++) {
                    beside[i] = Math.max(beside[i], stripe.cell(i));
                }
                for (int i = 0; i < into.length; i++) {
                    into[i].add(stripe, bases[i]);
                    if (owned) {
                        into[i].addExemplars(stripe, bases[i]);
                    }
                    if (owned && windows) {
                        into[i].addSamples(stripe, i);
                    }
                }
            } finally {
                if (owned) {
                    stripe.release();
                }
            }
        }
        if (windows) {
            for (HistogramReading reading : into) {
                reading.samples().keepNewest(window);
            }
        }
    }

    /** Whether a reader got the stripe in time. */
    private static boolean waitFor(Stripe stripe) {
        for (int look = 0; look < LOOKS; look++) {
            if (stripe.take()) {
                return true;
            }
            if (look < LOOKS_AT_ONCE) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return false;
    }

    private Stripe takeAnother(int hint) {
        for (; ; ) {
            Stripe[] all = stripes;
            for (int i = 1; i <= all.length; i++) {
                Stripe stripe = all[hint + i & all.length - 1];
                if (stripe.take()) {
                    return stripe;
                }
            }
            if (all.length < MOST_STRIPES) {
                addStripes(all);
            } else {
                Thread.yield();
            }
        }
    }

    private synchronized void addStripes(Stripe[] seen) {
        if (stripes != seen) {
            return;
        }
        Stripe[] more = Arrays.copyOf(seen, seen.length * 2);
        for (int i = seen.length; i < more.length; i++) {
            more[i] = newStripe();
        }
        stripes = more;
    }

    private Stripe newStripe() {
        return new Stripe(cells, scales.length, window, traces != null);
    }
}
