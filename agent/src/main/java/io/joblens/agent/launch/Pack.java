package io.joblens.agent.launch;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

/**
 * A zip file inside the agent's JAR. The thousands of classes that most JVMs never load stand in such, because the JDK reads
 * the directory of a JAR name by name, which the interpreter does at the start of every JVM. Thread-safe.
 *
 * <p>Source: PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16; no comment at the end, no Zip64.
 */
final class Pack {
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;

    private final byte[] zip;
    /** Where in the directory a name stands. */
    private final Map<String, Integer> directory = new HashMap<String, Integer>();

    private Pack(byte[] zip) {
        this.zip = zip;
        int end = zip.length - END_LENGTH;
        int at = u4(end + 16);
        for (int i = u2(end + 10); i > 0; i--) {
            int nameLength = u2(at + 28);
            directory.put(ascii(at + ENTRY_LENGTH, nameLength), at);
            at += ENTRY_LENGTH + nameLength + u2(at + 30) + u2(at + 32);
        }
    }

    static Pack read(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        byte[] zip = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readFully(zip);
        }
        return new Pack(zip);
    }

    /** What stands under a name, or {@code null}. */
    byte[] bytes(String name) throws IOException {
        Integer at = directory.get(name);
        if (at == null) {
            return null;
        }
        int local = u4(at + 42);
        int from = local + LOCAL_LENGTH + u2(local + 26) + u2(local + 28);
        byte[] bytes = new byte[u4(at + 24)];
        if (u2(at + 10) == STORED) {
            System.arraycopy(zip, from, bytes, 0, bytes.length);
        } else {
            inflate(from, u4(at + 20), bytes);
        }
        return bytes;
    }

    private void inflate(int from, int length, byte[] into) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, from, length);
            if (inflater.inflate(into) != into.length) {
                throw new IOException("the agent's JAR is damaged");
            }
        } catch (DataFormatException e) {
            throw new IOException("the agent's JAR is damaged", e);
        } finally {
            inflater.end();
        }
    }

    /** Names in here are ASCII. The deprecated constructor is the one that needs no decoder. */
    @SuppressWarnings("deprecation")
    private String ascii(int from, int length) {
        return new String(zip, 0, from, length);
    }

    private int u2(int at) {
        return zip[at] & 0xff | (zip[at + 1] & 0xff) << 8;
    }

    private int u4(int at) {
        return u2(at) | u2(at + 2) << 16;
    }
}
