package io.joblens.agent.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads the text of the configured file: a regular file of bounded size, UTF-8, and only characters that YAML allows.
 *
 * <p>The characters are checked here because the parser names no line for one it refuses.
 */
final class YamlText {

    static final int MOST_BYTES = 1 << 20;

    private YamlText() {}

    /** The text of the file named by {@code config}, or null once it is noted what is wrong with it. */
    static String read(Settings settings) {
        String path = settings.text(Option.CONFIG);
        try {
            File file = new File(path);
            String wrong = troubleWith(file);
            if (wrong != null) return refuse(wrong, settings);
            byte[] bytes = bytes(file);
            if (bytes.length > MOST_BYTES) return refuse(", which is larger than 1 MB", settings);
            return text(bytes, settings);
        } catch (IOException failed) {
            return refuse(", which cannot be read (" + Excerpt.of(String.valueOf(failed.getMessage())) + ")", settings);
        } catch (SecurityException denied) {
            return refuse(", which a security manager denies to read", settings);
        }
    }

    private static String troubleWith(File file) {
        if (!file.exists())
            return "; there is no such file (looked for " + Excerpt.mostOf(file.getAbsolutePath()) + ")";
        if (file.isDirectory()) return ", a directory";
        // Opening a pipe could wait for ever.
        if (!file.isFile()) return ", which is no regular file";
        return file.canRead() ? null : ", which this process may not read";
    }

    private static String refuse(String wrong, Settings settings) {
        String found = "config is " + Excerpt.mostOf(settings.text(Option.CONFIG)) + wrong;
        settings.trouble(
                found + "; it takes " + Option.CONFIG.takes() + "; using no file", settings.place(Option.CONFIG));
        return null;
    }

    /** The bytes of the file, at most one more than are allowed, whatever its length is said to be. */
    private static byte[] bytes(File file) throws IOException {
        byte[] bytes = new byte[(int) Math.min(file.length(), MOST_BYTES) + 1];
        int length = 0;
        try (InputStream in = new FileInputStream(file)) {
            for (int read; (read = in.read(bytes, length, bytes.length - length)) > 0; ) {
                length += read;
                if (length > MOST_BYTES) break;
                if (length == bytes.length) bytes = Arrays.copyOf(bytes, MOST_BYTES + 1);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static String text(byte[] bytes, Settings settings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = new String(out.array(), 0, out.position());
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        if (result.isError()) {
            String found = "byte 0x" + hex(bytes[in.position()] & 0xFF) + " is not UTF-8";
            settings.trouble(
                    found + "; the file takes UTF-8; nothing of the file is used",
                    place(text, text.length(), settings));
            return null;
        }
        int forbidden = forbidden(text);
        if (forbidden < 0) return text;
        String found = "character 0x" + hex(text.codePointAt(forbidden)) + " is not allowed";
        settings.trouble(
                found + "; YAML takes printable text; nothing of the file is used", place(text, forbidden, settings));
        return null;
    }

    private static String hex(int number) {
        return (number < 0x10 ? "0" : "") + Integer.toHexString(number).toUpperCase(Locale.ROOT);
    }

    /** Index of the first character outside YAML 1.2's {@code c-printable} (section 5.1), or -1. */
    private static int forbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = c >= 0x20 ? c < 0x7F || c == 0x85 || (c >= 0xA0 && c < 0xFFFE) : c == '\t' || isBreak(c);
            if (!allowed) return i;
        }
        return -1;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Line and column of an index, counted from 1 and by code point, as the parser's marks are. */
    private static String place(String text, int index, Settings settings) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (!ends) continue;
            line++;
            start = i + 1;
        }
        return place(settings, line, text.codePointCount(start, index) + 1);
    }

    static String place(Settings settings, int line, int column) {
        return Excerpt.mostOf(settings.text(Option.CONFIG)) + ":" + line + ":" + column;
    }
}
