package io.joblens.agent.http;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;

/**
 * Buffers waiting for their next use. Held softly: where the application needs the memory it gets it, and the next
 * scrape starts small again. Thread-safe.
 */
final class BufferStock {
    /** Two workers have at most a body and its compressed form each. */
    private static final int MOST = 4;

    private static final int FIRST_ROOM = 4096;

    private SoftReference<ArrayDeque<Buffer>> kept = new SoftReference<ArrayDeque<Buffer>>(null);

    /** An empty buffer; the one returned last, because it is the likeliest to have the right size. */
    synchronized Buffer take() {
        ArrayDeque<Buffer> buffers = kept.get();
        Buffer buffer = buffers == null ? null : buffers.pollFirst();
        return buffer == null ? new Buffer(this, FIRST_ROOM) : buffer;
    }

    synchronized void giveBack(Buffer buffer) {
        buffer.clear();
        ArrayDeque<Buffer> buffers = kept.get();
        if (buffers == null) {
            buffers = new ArrayDeque<Buffer>(MOST);
            kept = new SoftReference<ArrayDeque<Buffer>>(buffers);
        }
        if (buffers.size() < MOST) {
            buffers.addFirst(buffer);
        }
    }
}
