package io.joblens.agent.runs;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A ring of the runs that ended last among those that were kept here. Whoever turns the integer from 0 to 1 owns all of it until
 * it is set back. Its places are made in the first round and filled again in all others, so that a run that ends costs no garbage.
 */
final class RecentStripe extends AtomicInteger {
    private static final long serialVersionUID = 1;

    private final transient EndedRun[] ring;
    private int next;

    RecentStripe(int most) {
        ring = new EndedRun[most];
    }

    boolean take() {
        return get() == 0 && compareAndSet(0, 1);
    }

    void release() {
        lazySet(0);
    }

    /** The place of the oldest, to be filled anew. */
    EndedRun place() {
        int at = next;
        next = at + 1 == ring.length ? 0 : at + 1;
        EndedRun place = ring[at];
        if (place == null) {
            place = new EndedRun();
            ring[at] = place;
        }
        return place;
    }

    void copyTo(Collection<EndedRun> copies) {
        for (EndedRun run : ring) {
            if (run == null) {
                return;
            }
            copies.add(run.copy());
        }
    }
}
