package io.joblens.bootstrap.job;

/**
 * Counts that one thread adds to and others may read: plain cells of its own, since to share them would cost every call. They
 * come in blocks, so that a thread that meets few of many probes has few cells.
 */
final class Counts {
    private static final int BLOCK_BITS = 4;
    private static final int LAST_OF_BLOCK = (1 << BLOCK_BITS) - 1;
    private static final long[][] NONE = {};

    private volatile long[][] blocks = NONE;

    /** Only for the thread whose counts these are. */
    void increment(int index) {
        long[][] all = blocks;
        int block = index >> BLOCK_BITS;
        long[] cells = block < all.length ? all[block] : null;
        if (cells == null) {
            cells = added(block);
        }
        cells[index & LAST_OF_BLOCK]++;
    }

    /** For any thread; one that is counting at this moment may be ahead. */
    long get(int index) {
        long[][] all = blocks;
        int block = index >> BLOCK_BITS;
        return block < all.length && all[block] != null ? all[block][index & LAST_OF_BLOCK] : 0;
    }

    /** Adds all counts of a thread that is no more. */
    void add(Counts ended) {
        long[][] others = ended.blocks;
        for (int block = 0; block < others.length; block++) {
            for (int i = 0; others[block] != null && i <= LAST_OF_BLOCK; i++) {
                if (others[block][i] != 0) {
                    cells(block)[i] += others[block][i];
                }
            }
        }
    }

    private long[] cells(int block) {
        long[][] all = blocks;
        return block < all.length && all[block] != null ? all[block] : added(block);
    }

    private long[] added(int block) {
        long[][] all = blocks;
        long[][] more = new long[Math.max(all.length, block + 1)][];
        System.arraycopy(all, 0, more, 0, all.length);
        more[block] = new long[LAST_OF_BLOCK + 1];
        blocks = more;
        return more[block];
    }
}
