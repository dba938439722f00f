package io.joblens.agent.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An archive, read through its directory, so that what is not asked for is not inflated: the JDK's own reader can do that with
 * files only, and the libraries of a fat JAR are archives inside an archive. Immutable.
 *
 * <p>Source: PKWARE's APPNOTE.TXT, sections 4.3.7 to 4.3.16 and 4.5.3.
 */
final class Archive {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int END_64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private final ByteBuffer bytes;
    private final List<Entry> entries = new ArrayList<Entry>();

    private Archive(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** A file. */
    static Archive of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new IOException("it is larger than 2 GB");
            }
            return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** All that lies between the position and the limit. */
    private static Archive of(ByteBuffer whole) throws IOException {
        Archive archive = new Archive(whole.slice().order(ByteOrder.LITTLE_ENDIAN));
        try {
            archive.readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new IOException("its directory is damaged", broken);
        }
        return archive;
    }

    /** In the order of its directory. */
    List<Entry> entries() {
        return entries;
    }

    private void readDirectory() throws IOException {
        int end = end();
        long size = u4(end + 12);
        long offset = u4(end + 16);
        int behind = end;
        if (offset == ELSEWHERE || size == ELSEWHERE) {
            int locator = end - LOCATOR_64_SIZE;
            if (locator < 0 || bytes.getInt(locator) != LOCATOR_64) {
                throw new IOException("its directory is damaged");
            }
            // Its own offset does not know of what stands in front of the archive, so it is looked for.
            for (behind = locator; bytes.getInt(behind) != END_64; ) {
                behind--;
            }
            size = bytes.getLong(behind + 40);
            offset = bytes.getLong(behind + 48);
        }
        long start = behind - size;
        // An executable JAR begins with a shell script, which the offsets need not count.
        long shift = start - offset;
        for (int at = (int) start; at + ENTRY_SIZE <= behind && bytes.getInt(at) == ENTRY; ) {
            Entry entry = new Entry(at, shift);
            entries.add(entry);
            at += ENTRY_SIZE + u2(at + 28) + u2(at + 30) + u2(at + 32);
        }
    }

    private int end() throws IOException {
        int last = bytes.limit() - END_SIZE;
        for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (bytes.getInt(at) == END && at + END_SIZE + u2(at + 20) == bytes.limit()) {
                return at;
            }
        }
        throw new IOException("it is no archive, or its end is missing");
    }

    private int u2(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private long u4(int at) {
        return bytes.getInt(at) & ELSEWHERE;
    }

    /** A file in the archive. Immutable. */
    final class Entry {
        private final String name;
        private final int flags;
        private final int method;
        private final long packed;
        private final long size;
        private final long local;

        private Entry(int at, long shift) {
            flags = u2(at + 8);
            method = u2(at + 10);
            byte[] text = new byte[u2(at + 28)];
            copy(at + ENTRY_SIZE, text, text.length);
            name = new String(text, StandardCharsets.UTF_8);
            long[] numbers = {u4(at + 24), u4(at + 20), u4(at + 42)};
            readWide(at + ENTRY_SIZE + text.length, u2(at + 30), numbers);
            size = numbers[0];
            packed = numbers[1];
            local = numbers[2] + shift;
        }

        /** Numbers of 64 bits stand in an extra field, those only that have no room elsewhere, in this order. */
        private void readWide(int from, int length, long[] numbers) {
            for (int at = from; at + 4 <= from + length; at += 4 + u2(at + 2)) {
                int next = at + 4;
                for (int i = 0; u2(at) == 1 && i < numbers.length; i++) {
                    if (numbers[i] == ELSEWHERE) {
                        numbers[i] = bytes.getLong(next);
                        next += Long.BYTES;
                    }
                }
            }
        }

        String name() {
            return name;
        }

        /** The archive that this file is; what it holds is not copied unless it is compressed. */
        Archive open(Unpacker unpacker) throws IOException {
            if (method != STORED) {
                return of(ByteBuffer.wrap(unpacker.unpack(this)));
            }
            ByteBuffer inside = bytes.duplicate();
            int start = start();
            if (start + packed > bytes.limit()) {
                throw new IOException("it is cut off");
            }
            inside.position(start).limit((int) (start + packed));
            return of(inside);
        }

        /** Where its content begins. */
        private int start() throws IOException {
            if ((flags & ENCRYPTED) != 0) {
                throw new IOException("it is encrypted");
            }
            if (local < 0 || local + LOCAL_SIZE > bytes.limit()) {
                throw new IOException("its place is not in the archive");
            }
            int at = (int) local;
            return at + LOCAL_SIZE + u2(at + 26) + u2(at + 28);
        }

        private void copy(int from, byte[] into, int length) {
            // Absolute bulk reads are newer than Java 8.
            ByteBuffer view = bytes.duplicate();
            view.position(from);
            view.get(into, 0, length);
        }
    }

    /** Unpacks entries, one after the other, with one inflater. Not thread-safe; to be closed. */
    static final class Unpacker implements AutoCloseable {
        private final Inflater inflater = new Inflater(true);
        private byte[] packed = new byte[1 << 14];

        byte[] unpack(Entry entry) throws IOException {
            try {
                return content(entry);
            } catch (DataFormatException | IndexOutOfBoundsException | IllegalArgumentException broken) {
                throw new IOException("its content is damaged", broken);
            }
        }

        private byte[] content(Entry entry) throws IOException, DataFormatException {
            int start = entry.start();
            if (entry.packed > Integer.MAX_VALUE - 8 || entry.size > Integer.MAX_VALUE - 8) {
                throw new IOException("it is larger than 2 GB");
            }
            int length = (int) entry.packed;
            if (entry.method == STORED) {
                byte[] content = new byte[length];
                entry.copy(start, content, length);
                return content;
            }
            if (entry.method != DEFLATED) {
                throw new IOException("it is packed by method " + entry.method + ", which JARs do not have");
            }
            if (packed.length < length) {
                packed = new byte[length];
            }
            entry.copy(start, packed, length);
            inflater.reset();
            inflater.setInput(packed, 0, length);
            byte[] content = new byte[(int) entry.size];
            for (int at = 0; at < content.length; ) {
                int more = inflater.inflate(content, at, content.length - at);
                if (more == 0) {
                    throw new IOException("its content is cut off");
                }
                at += more;
            }
            return content;
        }

        @Override
        public void close() {
            inflater.end();
        }
    }
}
