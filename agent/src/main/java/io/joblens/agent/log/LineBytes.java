package io.joblens.agent.log;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The bytes of one line, in an array that is used again. Not thread-safe. */
final class LineBytes extends OutputStream {
    private static final int FIRST_CAPACITY = 1024;
    /** What may be kept for the next line. */
    private static final int MOST_KEPT = 64 * 1024;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    void clear() {
        length = 0;
    }

    boolean isBulky() {
        return bytes.length > MOST_KEPT;
    }

    @Override
    public void write(int value) {
        makeRoom(1);
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        makeRoom(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    void ascii(String text) {
        int count = text.length();
        makeRoom(count);
        byte[] to = bytes;
        int start = length;
        for (int i = 0; i < count; i++) {
            to[start + i] = (byte) text.charAt(i);
        }
        length = start + count;
    }

    void ascii(char[] chars, int from, int to) {
        makeRoom(to - from);
        for (int i = from; i < to; i++) {
            bytes[length++] = (byte) chars[i];
        }
    }

    /** The first characters of an array, in which surrogates are whole pairs, as UTF-8. */
    void utf8(char[] chars, int count) {
        // A pair is four bytes, so three for each of its halves is enough.
        makeRoom(3 * count);
        int plain = asciiUntilOther(chars, count);
        for (int i = plain; i < count; i++) {
            char c = chars[i];
            if (Character.isHighSurrogate(c)) {
                utf8(Character.toCodePoint(c, chars[++i]));
            } else {
                utf8(c);
            }
        }
    }

    /** A code point as UTF-8. */
    void utf8(int point) {
        if (point < 0x80) {
            write(point);
        } else if (point < 0x800) {
            write(0xC0 | point >> 6);
            writeTail(point, 0);
        } else if (point < 0x10000) {
            write(0xE0 | point >> 12);
            writeTail(point, 6);
            writeTail(point, 0);
        } else {
            write(0xF0 | point >> 18);
            writeTail(point, 12);
            writeTail(point, 6);
            writeTail(point, 0);
        }
    }

    /** Hands over all bytes by one call, under the one lock that the application's prints take too. */
    void writeTo(PrintStream out) {
        out.write(bytes, 0, length);
        // A stream that the application made may hold the line back until its buffer is full.
        out.flush();
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** @param charset what the bytes are in: ASCII or UTF-8 */
    String text(Charset charset) {
        return new String(bytes, 0, length, charset);
    }

    /** Most text is ASCII, to its end or at its start. */
    private int asciiUntilOther(char[] chars, int count) {
        byte[] to = bytes;
        int start = length;
        int i = 0;
        for (; i < count && chars[i] < 0x80; i++) {
            to[start + i] = (byte) chars[i];
        }
        length = start + i;
        return i;
    }

    private void writeTail(int point, int shift) {
        write(0x80 | point >> shift & 0x3F);
    }

    private void makeRoom(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
