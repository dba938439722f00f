package io.joblens.agent.weave;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.Collection;

/**
 * Looks for strings in the constant pool of a class file, without parsing anything else of it. What it costs does not
 * depend on how many strings are looked for: a string is compared only when its length and three of its bytes say that it
 * could be one of them. Immutable.
 *
 * <p>Source: The Java Virtual Machine Specification, section 4.4.
 */
final class ConstantPool {
    private static final Charset UTF_8 = Charset.forName("UTF-8");
    private static final int FIRST_ENTRY = 10;
    private static final int LEAST_FILTER_BITS = 1 << 12;

    private final int filterBits;
    private final long[] filter;
    private final byte[][] table;
    /** The place of each string of the table among the needles. */
    private final int[] places;

    /** Looks for these strings, which must be ASCII. */
    ConstantPool(Collection<String> needles) {
        // With more needles a larger filter, so that as few strings as ever are compared.
        filterBits = Math.max(LEAST_FILTER_BITS, Integer.highestOneBit(needles.size() * 256));
        filter = new long[filterBits / Long.SIZE];
        table = new byte[Integer.highestOneBit(Math.max(8, needles.size() * 4))][];
        places = new int[table.length];
        int place = 0;
        for (String needle : needles) {
            byte[] bytes = needle.getBytes(UTF_8);
            int key = key(bytes, 0, bytes.length);
            filter[key >> 6] |= 1L << key;
            int slot = hash(bytes, 0, bytes.length) & table.length - 1;
            while (table[slot] != null) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = bytes;
            places[slot] = place++;
        }
    }

    /** Whether one of the strings stands in the pool; {@code true} for a file that cannot be understood. */
    boolean holdsNeedle(byte[] file) {
        try {
            return scan(file, null);
        } catch (IndexOutOfBoundsException truncated) {
            return true;
        }
    }

    /**
     * The places, among the needles, of those that stand in the pool; {@code null} when none does, which costs what
     * {@link #holdsNeedle} costs, and for a file that cannot be understood.
     */
    BitSet needles(byte[] file) {
        Found found = new Found();
        try {
            scan(file, found);
        } catch (IndexOutOfBoundsException truncated) {
            return null;
        }
        return found.places;
    }

    private static final class Found {
        private BitSet places;

        void add(int place) {
            if (places == null) {
                places = new BitSet();
            }
            places.set(place);
        }
    }

    /** Stops at the first needle, unless all are to be found. */
    private boolean scan(byte[] file, Found found) {
        int count = u2(file, 8);
        int at = FIRST_ENTRY;
        for (int i = 1; i < count; i++) {
            switch (file[at]) {
                case 1: // Utf8
                    int length = u2(file, at + 1);
                    int needle = needle(file, at + 3, length);
                    if (needle >= 0) {
                        if (found == null) {
                            return true;
                        }
                        found.add(needle);
                    }
                    at += 3 + length;
                    break;
                case 5: // Long
                case 6: // Double: each takes two entries
                    at += 9;
                    i++;
                    break;
                case 7: // Class
                case 8: // String
                case 16: // MethodType
                case 19: // Module
                case 20: // Package
                    at += 3;
                    break;
                case 15: // MethodHandle
                    at += 4;
                    break;
                case 3: // Integer
                case 4: // Float
                case 9: // Fieldref
                case 10: // Methodref
                case 11: // InterfaceMethodref
                case 12: // NameAndType
                case 17: // Dynamic
                case 18: // InvokeDynamic
                    at += 5;
                    break;
                default:
                    return true;
            }
        }
        return false;
    }

    /** The place of the needle that stands there, or -1. */
    private int needle(byte[] file, int from, int length) {
        if (length == 0) {
            return -1;
        }
        int key = key(file, from, length);
        if ((filter[key >> 6] & 1L << key) == 0) {
            return -1;
        }
        int slot = hash(file, from, length) & table.length - 1;
        while (table[slot] != null) {
            if (same(table[slot], file, from, length)) {
                return places[slot];
            }
            slot = slot + 1 & table.length - 1;
        }
        return -1;
    }

    private int key(byte[] bytes, int from, int length) {
        int mixed = length * 31 + bytes[from + length - 1];
        mixed = mixed * 31 + bytes[from + (length >> 1)];
        mixed = mixed * 31 + bytes[from + length - 1 - (length >> 2)];
        return (mixed ^ mixed >>> 12) & filterBits - 1;
    }

    private static int hash(byte[] bytes, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 16;
    }

    private static boolean same(byte[] needle, byte[] file, int from, int length) {
        if (needle.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (needle[i] != file[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int u2(byte[] file, int at) {
        return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }
}
