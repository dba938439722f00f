package io.joblens.bootstrap.metrics;

/** The buckets of a histogram, and how its recorded whole numbers become the unit that is shown. Immutable. */
final class Scale {
    private static final double NANOS = 1e9;

    /** Durations of runs, scans and operations, recorded in nanoseconds, shown in seconds. */
    static final Scale DURATION = seconds(0.1, 0.5, 1, 2, 5, 10, 30, 60);
    /** Time a job waited in its queue, recorded in nanoseconds, shown in seconds: up to a day. */
    static final Scale WAIT = seconds(0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600, 14400, 86400);
    /** Attempt numbers. */
    static final Scale ATTEMPTS = new Scale(new double[] {1, 2, 3, 5}, 1);

    private final double[] bounds;
    private final long[] rawBounds;
    private final double divisor;

    private Scale(double[] bounds, double divisor) {
        this.bounds = bounds;
        this.divisor = divisor;
        this.rawBounds = new long[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            rawBounds[i] = Math.round(bounds[i] * divisor);
        }
    }

    private static Scale seconds(double... bounds) {
        return new Scale(bounds, NANOS);
    }

    /** Buckets, the last one, without an upper bound, included. */
    int buckets() {
        return rawBounds.length + 1;
    }

    int bucketOf(long raw) {
        int i = 0;
        while (i < rawBounds.length && raw > rawBounds[i]) {
            i++;
        }
        return i;
    }

    /** The upper bound of a bucket, inclusive, in the unit that is shown. */
    double bound(int bucket) {
        return bucket < bounds.length ? bounds[bucket] : Double.POSITIVE_INFINITY;
    }

    double shown(long raw) {
        return raw / divisor;
    }
}
