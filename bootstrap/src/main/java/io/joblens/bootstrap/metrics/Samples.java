package io.joblens.bootstrap.metrics;

import java.util.Arrays;

/**
 * Samples with the times at which they were taken, gathered from several places, of which the newest are asked for
 * percentiles. Not thread-safe.
 */
public final class Samples {
    private long[] values = new long[64];
    private long[] times = new long[64];
    private int size;

    /** How many samples there are. */
    public int size() {
        return size;
    }

    /** Adds all samples of another gathering. */
    public void addAll(Samples other) {
        room(other.size);
        System.arraycopy(other.values, 0, values, size, other.size);
        System.arraycopy(other.times, 0, times, size, other.size);
        size += other.size;
    }

    /** Drops all but the newest {@code count} samples. */
    public void keepNewest(int count) {
        if (size <= count) {
            return;
        }
        // System.nanoTime has no fixed origin and may wrap, so moments are ordered by their distance from one of them.
        long origin = times[0];
        long[] distances = new long[size];
        for (int i = 0; i < size; i++) {
            distances[i] = times[i] - origin;
        }
        Arrays.sort(distances);
        long oldestKept = distances[size - count];
        int ties = 0;
        for (int i = size - count; i < size && distances[i] == oldestKept; i++) {
            ties++;
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long distance = times[i] - origin;
            if (distance > oldestKept || distance == oldestKept && ties-- > 0) {
                values[kept] = values[i];
                times[kept++] = times[i];
            }
        }
        size = kept;
    }

    /** The values in ascending order, in the unit in which they were recorded. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    void clear() {
        size = 0;
    }

    void add(Stripe stripe, int histogram) {
        room(stripe.kept());
        size = stripe.copy(histogram, values, times, size);
    }

    private void room(int more) {
        if (size + more > values.length) {
            int room = Math.max(size + more, values.length * 2);
            values = Arrays.copyOf(values, room);
            times = Arrays.copyOf(times, room);
        }
    }
}
