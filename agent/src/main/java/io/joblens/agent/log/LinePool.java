package io.joblens.agent.log;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The lines that wait for their next use, as many as were ever in the making at one moment, up to a bound.
 *
 * <p>Thread-locals would be quicker by one atomic step, and would stay behind on every thread of the application, virtual
 * ones included. Thread-safe and lock-free.
 */
abstract class LinePool<L extends Reusable> {
    /** A thread that waits for stdout holds its line; with more of them than this, lines are made anew. A power of two. */
    static final int SIZE = 32;

    private final AtomicReferenceArray<L> waiting = new AtomicReferenceArray<L>(SIZE);

    /** A new line, when none waits. */
    abstract L make();

    /** A line that nobody else uses. */
    final L take() {
        int home = home();
        for (int i = 0; i < SIZE; i++) {
            int at = (home + i) & (SIZE - 1);
            L line = waiting.get(at) == null ? null : waiting.getAndSet(at, null);
            if (line != null) {
                return line;
            }
        }
        return make();
    }

    /** The line, which was taken, was written; it forgets what it was about. */
    final void give(L line) {
        line.clear();
        if (line.isBulky()) {
            return;
        }
        int home = home();
        for (int i = 0; i < SIZE; i++) {
            int at = (home + i) & (SIZE - 1);
            if (waiting.get(at) == null && waiting.compareAndSet(at, null, line)) {
                return;
            }
        }
    }

    /** Where the calling thread looks first, so that it mostly finds its own line again. */
    private static int home() {
        return (int) Thread.currentThread().getId();
    }
}
