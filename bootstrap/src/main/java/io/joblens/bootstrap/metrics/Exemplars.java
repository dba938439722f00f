package io.joblens.bootstrap.metrics;

import java.util.Arrays;

/**
 * Job and trace of a recent sample in each bucket of a histogram, gathered from its stripes: the newest counts. Not thread-safe.
 */
final class Exemplars {
    private static final double NANOS_PER_MILLI = 1e6;

    private Object[] ids = {};
    private String[] traces = {};
    private long[] raws = {};
    private long[] moments = {};
    /** When the exemplar was, in milliseconds since 1970, and which moment that is. */
    private long[] millis = {};

    private long[] dated = {};

    Object id(int bucket) {
        return ids[bucket];
    }

    String trace(int bucket) {
        return traces[bucket];
    }

    long raw(int bucket) {
        return raws[bucket];
    }

    long millis(int bucket) {
        return millis[bucket];
    }

    void clear(int buckets) {
        if (ids.length != buckets) {
            ids = new Object[buckets];
            traces = new String[buckets];
            raws = new long[buckets];
            moments = new long[buckets];
            millis = new long[buckets];
            dated = new long[buckets];
        }
        Arrays.fill(ids, null);
        Arrays.fill(traces, null);
    }

    void add(int bucket, Object id, String trace, long raw, long atNanos) {
        if ((id != null || trace != null) && (isEmpty(bucket) || atNanos - moments[bucket] > 0)) {
            ids[bucket] = id;
            traces[bucket] = trace;
            raws[bucket] = raw;
            moments[bucket] = atNanos;
        }
    }

    /**
     * Finds the time of day of each. The two clocks drift apart, and to Prometheus an exemplar with another time is another
     * one, so the answer is kept for as long as the exemplar is.
     */
    void date(long nowNanos, long wallMillis) {
        for (int i = 0; i < ids.length; i++) {
            if (!isEmpty(i) && (millis[i] == 0 || dated[i] != moments[i])) {
                millis[i] = wallMillis - Math.round((nowNanos - moments[i]) / NANOS_PER_MILLI);
                dated[i] = moments[i];
            }
        }
    }

    private boolean isEmpty(int bucket) {
        return ids[bucket] == null && traces[bucket] == null;
    }
}
