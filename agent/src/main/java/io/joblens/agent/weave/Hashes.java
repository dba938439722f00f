package io.joblens.agent.weave;

import java.util.Collection;

/**
 * Says of nearly every class that neither its name nor a package above it is among some names, without making a single object:
 * its hash code and those of its packages come out of one pass over its name. Immutable.
 */
final class Hashes {
    private static final int BITS_FOR_EACH = 64;

    private final long[] filter;
    private final int mask;
    private final boolean hasNames;

    /** Names with dots only. */
    Hashes(Collection<String> names, Collection<String> others) {
        int count = names.size() + others.size();
        hasNames = count > 0;
        int bits = Integer.highestOneBit(Math.max(Long.SIZE, count * BITS_FOR_EACH));
        filter = new long[bits / Long.SIZE];
        mask = bits - 1;
        add(names);
        add(others);
    }

    private void add(Collection<String> names) {
        for (String name : names) {
            int bit = bit(name.hashCode());
            filter[bit >> 6] |= 1L << bit;
        }
    }

    /** Whether the class or a package above it could be one of the names. */
    boolean mayHold(String internalName) {
        if (!hasNames) {
            return false;
        }
        int hash = 0;
        for (int i = 0; i < internalName.length(); i++) {
            char letter = internalName.charAt(i);
            if (letter == '/' || letter == '$') {
                if (holds(hash)) {
                    return true;
                }
                letter = '.';
            }
            // As String.hashCode() is specified.
            hash = 31 * hash + letter;
        }
        return holds(hash);
    }

    private boolean holds(int hash) {
        int bit = bit(hash);
        return (filter[bit >> 6] & 1L << bit) != 0;
    }

    private int bit(int hash) {
        return (hash ^ hash >>> 16) & mask;
    }
}
