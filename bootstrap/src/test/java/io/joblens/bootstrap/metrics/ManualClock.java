package io.joblens.bootstrap.metrics;

/** A clock that only moves when it is told to. */
public final class ManualClock implements Clock {
    private volatile long nanos;
    private volatile long wallMillis;

    public ManualClock(long nanos, long wallMillis) {
        this.nanos = nanos;
        this.wallMillis = wallMillis;
    }

    public void advance(long nanos) {
        this.nanos += nanos;
        this.wallMillis += nanos / 1_000_000;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public long wallMillis() {
        return wallMillis;
    }
}
