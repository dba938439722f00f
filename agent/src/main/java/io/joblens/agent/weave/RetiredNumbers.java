package io.joblens.agent.weave;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Numbers of probes that no class is woven with any more. Calls that were entered before may still be left by them, so a number is
 * given away again only when many others have been retired after it; that bounds the runtime's tables however often rules
 * change. Thread-safe.
 */
final class RetiredNumbers {
    /** How many wait. */
    static final int MOST = 1000;

    private final Deque<Integer> waiting = new ArrayDeque<Integer>();

    synchronized void add(int number) {
        waiting.add(number);
    }

    /** The number that was retired first, or {@code null} while too few were. */
    synchronized Integer next() {
        return waiting.size() <= MOST ? null : waiting.poll();
    }
}
