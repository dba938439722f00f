package io.joblens.agent.http;

import java.io.IOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Content coding gzip: when a client wants it, and how it is made. */
final class Gzip {
    /** Below that, head and trailer of the format eat what compression saves. */
    static final int LEAST = 128;

    private static final int CHUNK = 8192;

    private Gzip() {}

    /**
     * Whether a value of {@code Accept-Encoding} allows gzip and does not like plain better. Source: RFC 9110, 12.5.3.
     *
     * @param accepted may be {@code null}, which allows nothing
     */
    static boolean wanted(String accepted) {
        if (accepted == null) {
            return false;
        }
        double gzip = -1;
        double any = -1;
        double identity = 0;
        for (String item : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = item.split(";", -1);
            String coding = parts[0].trim();
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                gzip = Math.max(gzip, Weight.of(parts));
            } else if (coding.equals("*")) {
                any = Weight.of(parts);
            } else if (coding.equals("identity")) {
                identity = Weight.of(parts);
            }
        }
        double weight = gzip >= 0 ? gzip : any;
        return weight > 0 && weight >= identity;
    }

    /** Appends the compressed bytes to the buffer. */
    static void compress(byte[] plain, int length, Buffer into) {
        try {
            Stream stream = new Stream(into);
            try {
                stream.write(plain, 0, length);
            } finally {
                stream.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a buffer in memory refused bytes", e);
        }
    }

    /** Exposition text repeats itself so much that the fastest level gains nearly what the others do. */
    private static final class Stream extends GZIPOutputStream {
        Stream(Buffer into) throws IOException {
            super(into, CHUNK);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
