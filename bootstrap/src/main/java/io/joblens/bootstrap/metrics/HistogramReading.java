package io.joblens.bootstrap.metrics;

import java.util.Arrays;

/**
 * What a histogram held at the moment of reading. Reused by its registry: valid while the call lasts that handed it
 * out, but a reading may be added to another one that the caller owns. Not thread-safe.
 */
public final class HistogramReading {
    private final Samples samples = new Samples();
    private final Exemplars exemplars = new Exemplars();
    private Scale scale;
    private long[] buckets = new long[0];
    private long count;
    private long sum;

    /** Number of buckets, the last one, without an upper bound, included. */
    public int buckets() {
        return scale.buckets();
    }

    /** Upper bound of a bucket, inclusive; positive infinity for the last. */
    public double bound(int bucket) {
        return scale.bound(bucket);
    }

    /** Number of values in this bucket alone; not cumulative. */
    public long inBucket(int bucket) {
        return buckets[bucket];
    }

    /** Number of values, always the sum of the buckets. */
    public long count() {
        return count;
    }

    /** Sum of the values, in the unit of the bounds. */
    public double sum() {
        return scale.shown(sum);
    }

    /** Id of the job that had a recent sample in this bucket: a {@code String} or a JDK number; {@code null} for none. */
    public Object exemplar(int bucket) {
        return exemplars.id(bucket);
    }

    /** Id of the trace in which that sample was, or {@code null}; there may be one where there is no job. */
    public String exemplarTrace(int bucket) {
        return exemplars.trace(bucket);
    }

    /** That sample, in the unit of the bounds. */
    public double exemplarValue(int bucket) {
        return scale.shown(exemplars.raw(bucket));
    }

    /** When that sample was recorded, in milliseconds since 1970. */
    public long exemplarMillis(int bucket) {
        return exemplars.millis(bucket);
    }

    /** The newest samples; empty unless they were asked for. */
    public Samples samples() {
        return samples;
    }

    /**
     * Percentiles over the samples by the nearest-rank method: the smallest sample that at least that share of them does
     * not exceed. In the unit of the bounds; 0 without samples.
     *
     * @param shares each above 0 and at most 1
     */
    public double[] percentiles(double... shares) {
        long[] sorted = samples.sorted();
        double[] percentiles = new double[shares.length];
        for (int i = 0; i < shares.length && sorted.length > 0; i++) {
            // The small step down keeps 0.95 * 20 from becoming 19.000000000000004 and so the 20th.
            int rank = (int) Math.ceil(shares[i] * sorted.length - 1e-9);
            percentiles[i] = scale.shown(sorted[Math.max(0, rank - 1)]);
        }
        return percentiles;
    }

    /** Adds the values of another reading of the same buckets. */
    public void add(HistogramReading other) {
        if (scale == null) {
            clear(other.scale);
        }
        for (int i = 0; i < buckets(); i++) {
            buckets[i] += other.buckets[i];
        }
        count += other.count;
        sum += other.sum;
        samples.addAll(other.samples);
    }

    /** Finds out the time of day of the exemplars. */
    void dateExemplars(long nowNanos, long wallMillis) {
        exemplars.date(nowNanos, wallMillis);
    }

    void clear(Scale scale) {
        this.scale = scale;
        if (buckets.length != scale.buckets()) {
            buckets = new long[scale.buckets()];
        }
        Arrays.fill(buckets, 0);
        count = 0;
        sum = 0;
        samples.clear();
        exemplars.clear(scale.buckets());
    }

    void add(Stripe stripe, int base) {
        for (int i = 0; i < scale.buckets(); i++) {
            long in = stripe.cell(base + i);
            buckets[i] += in;
            count += in;
        }
        sum += stripe.cell(base + scale.buckets());
    }

    void addExemplars(Stripe stripe, int base) {
        stripe.copyExemplars(base, scale.buckets(), exemplars);
    }

    void addSamples(Stripe stripe, int histogram) {
        samples.add(stripe, histogram);
    }
}
