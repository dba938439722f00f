package io.joblens.bootstrap.metrics;

import java.util.Arrays;

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

    /** A stripe that the caller owns until it releases it, which it does whatever happens: a reader waits for it. */
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
     * Reads all histograms, and the counters, each stripe at one moment.
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
            while (!stripe.take()) {
                Thread.yield();
            }
            try {
                for (int i = 0; i < counters; i++) {
                    beside[i] += stripe.cell(i);
                }
                for (int i = counters; i < counters + moments; i++) {
                    beside[i] = Math.max(beside[i], stripe.cell(i));
                }
                for (int i = 0; i < into.length; i++) {
                    into[i].add(stripe, i, bases[i], windows);
                }
            } finally {
                stripe.release();
            }
        }
        if (windows) {
            for (HistogramReading reading : into) {
                reading.samples().keepNewest(window);
            }
        }
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
