package io.joblens.bootstrap.metrics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * One lease of a recorder's cells. Whoever turns {@link #taken} from 0 to 1 owns everything in here until it is set back,
 * so that a run is recorded with one atomic instruction and plain stores, and all its numbers change together.
 */
final class Stripe {
    private static final AtomicIntegerFieldUpdater<Stripe> TAKEN =
            AtomicIntegerFieldUpdater.newUpdater(Stripe.class, "taken");
    private static final int FIRST_WINDOW = 32;
    /** How long an exemplar stays before another may take its place. */
    private static final long EXEMPLAR_STAYS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** Keeps the cells of two stripes off one cache line; 8 longs are 64 bytes. */
    private static final int MARGIN = 8;

    private final int window;
    private final long[] cells;
    private long[][] samples;
    private long[] times;
    /** By the cell of a bucket: whose sample a recent one is, in which trace, what it was and when; {@code null} where nobody asks. */
    private final Object[] jobs;

    private final String[] traces;

    private final long[] jobSamples;
    private final long[] jobTimes;
    private int kept;
    private int next;

    /**
     * 1 while somebody owns the stripe. An owner whom anything has thrown out of its work sets it to 0 itself, without
     * {@link #release}: on a full stack no call can be made, but a field can be set.
     */
    volatile int taken;

    Stripe(int cells, int tracks, int window, boolean exemplars) {
        this.window = window;
        this.cells = new long[MARGIN + cells + MARGIN];
        this.samples = new long[tracks][0];
        this.times = new long[0];
        this.jobs = exemplars ? new Object[cells] : null;
        this.traces = exemplars ? new String[cells] : null;
        this.jobSamples = exemplars ? new long[cells] : null;
        this.jobTimes = exemplars ? new long[cells] : null;
    }

    boolean take() {
        return taken == 0 && TAKEN.compareAndSet(this, 0, 1);
    }

    /** The ordinary end of a lease, which is cheaper than to set the field. */
    void release() {
        TAKEN.lazySet(this, 0);
    }

    long cell(int index) {
        return cells[MARGIN + index];
    }

    void add(int index, long delta) {
        cells[MARGIN + index] += delta;
    }

    /** Sets a cell to the larger of its value and this one. */
    void raise(int index, long value) {
        cells[MARGIN + index] = Math.max(cells[MARGIN + index], value);
    }

    /** A place in the window for the samples of this moment; the oldest one once the window is full. */
    int slot(long atNanos) {
        if (next == times.length) {
            makeRoom();
        }
        int slot = next;
        times[slot] = atNanos;
        next = slot + 1;
        if (kept < next) {
            kept = next;
        }
        return slot;
    }

    void sample(int track, int slot, long value) {
        samples[track][slot] = value;
    }

    /**
     * Keeps whose sample is a recent one of a bucket, and in which trace. What a bucket has stays for a while: a reference that
     * is stored for every sample costs more than all the numbers of the sample.
     */
    void exemplar(int cell, Object jobId, String trace, long value, long atNanos) {
        if (jobs == null || jobId == null && trace == null || hasFreshExemplar(cell, atNanos)) {
            return;
        }
        jobs[cell] = jobId;
        traces[cell] = trace;
        jobSamples[cell] = value;
        jobTimes[cell] = atNanos;
    }

    private boolean hasFreshExemplar(int cell, long atNanos) {
        long age = atNanos - jobTimes[cell];
        return age >= 0 && age < EXEMPLAR_STAYS_NANOS && (jobs[cell] != null || traces[cell] != null);
    }

    void copyExemplars(int base, int buckets, Exemplars into) {
        for (int i = 0; i < buckets && jobs != null; i++) {
            into.add(i, jobs[base + i], traces[base + i], jobSamples[base + i], jobTimes[base + i]);
        }
    }

    /** Copies the samples of a track, oldest first, behind {@code at}. */
    int copy(int track, long[] values, long[] moments, int at) {
        int older = kept - next;
        System.arraycopy(samples[track], next, values, at, older);
        System.arraycopy(times, next, moments, at, older);
        System.arraycopy(samples[track], 0, values, at + older, next);
        System.arraycopy(times, 0, moments, at + older, next);
        return at + kept;
    }

    int kept() {
        return kept;
    }

    private void makeRoom() {
        if (times.length == window) {
            next = 0;
            return;
        }
        int room = Math.min(window, Math.max(FIRST_WINDOW, times.length * 2));
        // All of them or, when memory runs out in between, none: the arrays have to be of one length.
        long[][] more = new long[samples.length][];
        for (int i = 0; i < samples.length; i++) {
            more[i] = Arrays.copyOf(samples[i], room);
        }
        times = Arrays.copyOf(times, room);
        samples = more;
    }
}
