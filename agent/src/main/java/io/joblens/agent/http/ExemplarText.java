package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.HistogramReading;

/**
 * Writes exemplars of OpenMetrics: {@code # {job_id="4711"} 0.67 1520879607.789}. They lead from a bucket to the lines that a
 * job wrote.
 */
final class ExemplarText {
    private static final String NAME = "job_id";
    /** Names and values together, in characters; a longer one would make the scraper refuse the scrape. */
    private static final int MOST_CHARACTERS = 128;

    private static final int MILLIS_PER_SECOND = 1000;

    private ExemplarText() {}

    /** Writes the exemplar of a bucket, if it has one whose id is short enough: a part of an id leads nowhere. */
    static void write(HistogramReading reading, int bucket, Buffer out) {
        Object id = reading.exemplar(bucket);
        if (id == null) {
            return;
        }
        String text = id.toString();
        if (NAME.length() + text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            return;
        }
        out.put(" # {" + NAME + "=\"");
        out.put(escaped(text).getBytes(Response.UTF_8));
        out.put("\"} ");
        Numbers.write(reading.exemplarValue(bucket), out);
        out.put(' ');
        Numbers.write(reading.exemplarMillis(bucket) / (double) MILLIS_PER_SECOND, out);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
