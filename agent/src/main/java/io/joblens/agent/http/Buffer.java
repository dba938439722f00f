package io.joblens.agent.http;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow at the end, kept between responses so that a scrape allocates nothing. Not thread-safe. */
final class Buffer extends OutputStream {
    private final BufferStock stock;
    private byte[] bytes;
    private int length;

    /**
     * @param stock where the buffer returns to when it is released
     * @param room for how many bytes there is room at first
     */
    Buffer(BufferStock stock, int room) {
        this.stock = stock;
        this.bytes = new byte[room];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    void put(byte[] more) {
        put(more, 0, more.length);
    }

    void put(byte[] more, int from, int count) {
        room(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
    }

    void put(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    /** Appends the decimal digits of a number that is not negative. */
    void put(long whole) {
        int digits = 1;
        for (long rest = whole; rest >= 10; rest /= 10) {
            digits++;
        }
        room(digits);
        length += digits;
        long rest = whole;
        for (int at = length - 1; at >= length - digits; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    @Override
    public void write(int b) {
        put((char) (b & 0xff));
    }

    @Override
    public void write(byte[] more, int from, int count) {
        put(more, from, count);
    }

    void clear() {
        length = 0;
    }

    /** Gives the buffer back; nobody may use it afterwards. */
    void release() {
        stock.giveBack(this);
    }

    private void room(int more) {
        int needed = length + more;
        if (needed < 0) {
            throw new IllegalStateException("a response of more than 2 GiB");
        }
        if (needed > bytes.length) {
            // Doubling overflows above 1 GiB; then exactly what is needed has to do.
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }
}
