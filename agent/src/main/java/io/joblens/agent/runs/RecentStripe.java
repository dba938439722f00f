package io.joblens.agent.runs;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A ring of the runs that ended last among those that were kept here. Whoever turns {@link #taken} from 0 to 1 owns all of it
 * until it is set back. Its places are made in the first round and filled again in all others, so that a run that ends costs no garbage.
 */
final class RecentStripe {
    private static final AtomicIntegerFieldUpdater<RecentStripe> TAKEN =
            AtomicIntegerFieldUpdater.newUpdater(RecentStripe.class, "taken");

    private final EndedRun[] ring;
    private int next;

    /**
     * 1 while somebody owns the ring. An owner whom anything has thrown out of its work sets it to 0 itself, without
     * {@link #release}: on a full stack no call can be made, but a field can be set.
     */
    volatile int taken;

    RecentStripe(int most) {
        ring = new EndedRun[most];
    }

    boolean take() {
        return taken == 0 && TAKEN.compareAndSet(this, 0, 1);
    }

    /** The ordinary end of a lease, which is cheaper than to set the field. */
    void release() {
        TAKEN.lazySet(this, 0);
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
