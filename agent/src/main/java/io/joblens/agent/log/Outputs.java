package io.joblens.agent.log;

import java.lang.ref.WeakReference;

/**
 * What is known of the application's encoders, layouts and formatters, by identity. Held weakly, so that they go with the
 * application that made them. Thread-safe; readers, who come with every log call, take no lock.
 */
final class Outputs {
    private static final int FIRST_CAPACITY = 32;

    private volatile Output[] table = new Output[FIRST_CAPACITY];

    /** {@code null} when nobody has told of it. */
    Output find(Object output) {
        return find(table, output);
    }

    /** The one and only of this object, made if need be. */
    synchronized Output get(Object output) {
        Output known = find(table, output);
        if (known != null) {
            return known;
        }
        Output made = new Output(output);
        table = with(made);
        return made;
    }

    private static Output find(Output[] table, Object output) {
        int mask = table.length - 1;
        for (int at = System.identityHashCode(output) & mask; table[at] != null; at = at + 1 & mask) {
            if (table[at].get() == output) {
                return table[at];
            }
        }
        return null;
    }

    /** A copy without those that are gone, at most half full. */
    private Output[] with(Output made) {
        int live = 1;
        for (Output output : table) {
            live += output != null && output.get() != null ? 1 : 0;
        }
        int capacity = FIRST_CAPACITY;
        while (capacity < 2 * live) {
            capacity *= 2;
        }
        Output[] copy = new Output[capacity];
        for (Output output : table) {
            if (output != null && output.get() != null) {
                add(copy, output);
            }
        }
        add(copy, made);
        return copy;
    }

    private static void add(Output[] table, Output output) {
        int mask = table.length - 1;
        int at = output.hash & mask;
        while (table[at] != null) {
            at = at + 1 & mask;
        }
        table[at] = output;
    }

    /** An encoder, layout or formatter. */
    static final class Output extends WeakReference<Object> {
        private final int hash;
        volatile int decision;
        volatile String owner;
        private boolean isTried;

        Output(Object output) {
            super(output);
            hash = System.identityHashCode(output);
            owner = output.getClass().getName();
        }

        /** Whether nobody has asked this before. */
        synchronized boolean tries() {
            boolean isFirst = !isTried;
            isTried = true;
            return isFirst;
        }
    }
}
