package io.joblens.agent.log;

import java.util.Arrays;

/**
 * The characters of one value, fit to be written: not too many, and no half of a surrogate pair, which no UTF-8 has. The
 * array is used again. Not thread-safe.
 */
final class TextChars {
    /** More of a value is cut off, unless told otherwise. */
    static final int MOST = 32 * 1024;

    private static final char REPLACEMENT = '\uFFFD';
    private static final int FIRST_CAPACITY = 256;

    private char[] chars = new char[FIRST_CAPACITY];
    private int length;

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    void load(String text) {
        load(text, MOST);
    }

    /** @param most how many characters are kept */
    void load(String text, int most) {
        if (text.length() > most) {
            loadCut(text, most);
        } else {
            take(text, text.length());
        }
        repair();
    }

    private void loadCut(String text, int most) {
        boolean splitsPair = Character.isHighSurrogate(text.charAt(most - 1));
        take(text, splitsPair ? most - 1 : most);
        String marker = " ... (cut, of " + text.length() + " characters)";
        makeRoom(length + marker.length());
        marker.getChars(0, marker.length(), chars, length);
        length += marker.length();
    }

    private void take(String text, int count) {
        length = 0;
        makeRoom(count);
        text.getChars(0, count, chars, 0);
        length = count;
    }

    private void makeRoom(int capacity) {
        if (chars.length < capacity) {
            chars = Arrays.copyOf(chars, Math.max(capacity, chars.length * 2));
        }
    }

    private void repair() {
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean isPair = Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(chars[i + 1]);
            if (isPair) {
                i++;
            } else {
                chars[i] = REPLACEMENT;
            }
        }
    }
}
