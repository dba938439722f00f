package io.joblens.agent.push;

import java.util.concurrent.TimeUnit;

/** A moment that nothing may last beyond. Immutable. */
public final class Deadline {
    private final long atNanos;

    private Deadline(long atNanos) {
        this.atNanos = atNanos;
    }

    /** So many nanoseconds from now. */
    public static Deadline in(long nanos) {
        return new Deadline(System.nanoTime() + nanos);
    }

    /** 0 once it is over. */
    long leftNanos() {
        return Math.max(0, atNanos - System.nanoTime());
    }

    /** As a timeout, for which 0 would mean endless: at least 1. */
    int leftMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(leftNanos())));
    }

    boolean isOver() {
        return leftNanos() == 0;
    }
}
