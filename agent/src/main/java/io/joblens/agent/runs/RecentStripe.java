package io.joblens.agent.runs;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A ring of the runs that ended last among those that were kept here. Whoever turns {@link #taken} from 0 to 1 owns all of it
 * until it is set back. Its places are made in the first round and filled again in all others, so that a run that ends costs no garbage.
 */
final class RecentStripe {
    private static final AtomicIntegerFieldUpdater<RecentStripe> TAKEN =
            AtomicIntegerFieldUpdater.newUpdater(RecentStripe.class, "taken");

    /** Of a flood, in which no run is worth the stores, this long a part fills the ring only once. */
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final EndedRun[] ring;
    private int next;
    private long roundNanos;
    private int inRound;

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

    /** Whether the ring was filled just now. A guess where somebody else owns it. */
    boolean isFlooded(long atNanos) {
        return inRound >= ring.length && isInRound(atNanos);
    }

    /** The place of the oldest, to be filled anew. */
    EndedRun place(long atNanos) {
        if (!isInRound(atNanos)) {
            roundNanos = atNanos;
            inRound = 0;
        }
        inRound++;
        int at = next;
        next = at + 1 == ring.length ? 0 : at + 1;
        EndedRun place = ring[at];
        if (place == null) {
            place = new EndedRun();
            ring[at] = place;
        }
        return place;
    }

    private boolean isInRound(long atNanos) {
        long since = atNanos - roundNanos;
        return since >= 0 && since < ROUND_NANOS;
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
