package io.joblens.agent.http;

import java.util.concurrent.TimeUnit;

/** How much of the machine strangers may occupy. Immutable; copies differ in one number. Times are in nanoseconds. */
final class Limits {
    static final Limits DEFAULT = new Limits(
            256, 8192, TimeUnit.SECONDS.toNanos(5), TimeUnit.SECONDS.toNanos(60), TimeUnit.SECONDS.toNanos(10));

    final int connections;
    /** Largest request head in bytes. */
    final int head;
    /** From the first byte of a head to its last. */
    final long headNanos;
    /** Between two requests, and before the first. */
    final long idleNanos;
    /** Without the client having taken a byte of its response. */
    final long stallNanos;

    private Limits(int connections, int head, long headNanos, long idleNanos, long stallNanos) {
        this.connections = connections;
        this.head = head;
        this.headNanos = headNanos;
        this.idleNanos = idleNanos;
        this.stallNanos = stallNanos;
    }

    Limits headMillis(long millis) {
        return new Limits(connections, head, TimeUnit.MILLISECONDS.toNanos(millis), idleNanos, stallNanos);
    }

    Limits idleMillis(long millis) {
        return new Limits(connections, head, headNanos, TimeUnit.MILLISECONDS.toNanos(millis), stallNanos);
    }

    Limits stallMillis(long millis) {
        return new Limits(connections, head, headNanos, idleNanos, TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
