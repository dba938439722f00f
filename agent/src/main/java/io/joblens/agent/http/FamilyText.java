package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;

/** What every line of a family has in common, as bytes, made once. Thread-safe. */
final class FamilyText {
    final byte[] header;
    final byte[] name;
    final byte[] bucket;
    final byte[] sum;
    final byte[] count;
    private final ExpositionFormat format;
    private volatile byte[][] bounds;

    FamilyText(Family family, ExpositionFormat format) {
        this.format = format;
        header = bytes(format.header(family));
        name = bytes(family.name());
        bucket = bytes(family.name() + "_bucket");
        sum = bytes(family.name() + "_sum");
        count = bytes(family.name() + "_count");
    }

    /** The last label of each bucket: {@code le="0.1"}. The same for all readings of a family. */
    byte[][] bounds(HistogramReading reading) {
        byte[][] made = bounds;
        if (made == null) {
            made = new byte[reading.buckets()][];
            for (int i = 0; i < made.length; i++) {
                made[i] = bytes("le=\"" + format.bound(reading.bound(i)) + '"');
            }
            bounds = made;
        }
        return made;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(Response.UTF_8);
    }
}
