package io.joblens.agent.log;

import java.util.Arrays;

/** Named values in the order of their names' first appearance; the last value of a name stands. Not thread-safe. */
final class FieldTable {
    private static final int FIRST_CAPACITY = 16;
    /** What may be kept for the next line. */
    private static final int MOST_KEPT = 256;

    private String[] names = new String[FIRST_CAPACITY];
    private Object[] values = new Object[FIRST_CAPACITY];
    /** Where a name stands, plus one, at the first free place after its hash; twice as long as the arrays. */
    private int[] places = new int[2 * FIRST_CAPACITY];

    private int size;

    int size() {
        return size;
    }

    String name(int index) {
        return names[index];
    }

    Object value(int index) {
        return values[index];
    }

    boolean has(String name) {
        return places[placeOf(name)] != 0;
    }

    void put(String name, Object value) {
        int place = placeOf(name);
        if (places[place] != 0) {
            values[places[place] - 1] = value;
            return;
        }
        if (size == names.length) {
            grow();
            place = placeOf(name);
        }
        names[size] = name;
        values[size] = value;
        places[place] = ++size;
    }

    void clear() {
        if (size == 0) {
            return;
        }
        Arrays.fill(names, 0, size, null);
        Arrays.fill(values, 0, size, null);
        Arrays.fill(places, 0);
        size = 0;
    }

    boolean isBulky() {
        return names.length > MOST_KEPT;
    }

    /** The place of the name, or the free one where it belongs. */
    private int placeOf(String name) {
        int mask = places.length - 1;
        int hash = name.hashCode();
        int place = (hash ^ hash >>> 16) & mask;
        while (places[place] != 0 && !names[places[place] - 1].equals(name)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        names = Arrays.copyOf(names, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        places = new int[4 * size];
        for (int i = 0; i < size; i++) {
            places[placeOf(names[i])] = i + 1;
        }
    }
}
