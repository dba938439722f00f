package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.HistogramReading;

/**
 * Writes exemplars of OpenMetrics: {@code # {job_id="4711"} 0.67 1520879607.789}. They lead from a bucket to the lines that a
 * job wrote, and to its trace.
 */
final class ExemplarText {
    private static final String JOB = "job_id";
    private static final String TRACE = "trace_id";
    /** Names and values together, in characters; a longer one would make the scraper refuse the scrape. */
    private static final int MOST_CHARACTERS = 128;

    private static final int MILLIS_PER_SECOND = 1000;

    private ExemplarText() {}

    /** Writes the exemplar of a bucket, if it has one, with those ids for which there is room: a part of an id leads nowhere. */
    static void write(HistogramReading reading, int bucket, Buffer out) {
        Object job = reading.exemplar(bucket);
        String trace = reading.exemplarTrace(bucket);
        if (job == null && trace == null) {
            return;
        }
        String jobId = job == null ? null : job.toString();
        int ofJob = characters(JOB, jobId);
        boolean hasJob = jobId != null && ofJob <= MOST_CHARACTERS;
        boolean hasTrace = trace != null && (hasJob ? ofJob : 0) + characters(TRACE, trace) <= MOST_CHARACTERS;
        if (!hasJob && !hasTrace) {
            return;
        }
        out.put(" # {");
        if (hasJob) {
            label(JOB, jobId, out);
        }
        if (hasTrace) {
            if (hasJob) {
                out.put(',');
            }
            label(TRACE, trace, out);
        }
        out.put("} ");
        Numbers.write(reading.exemplarValue(bucket), out);
        out.put(' ');
        Numbers.write(reading.exemplarMillis(bucket) / (double) MILLIS_PER_SECOND, out);
    }

    private static int characters(String name, String value) {
        return value == null ? 0 : name.length() + value.codePointCount(0, value.length());
    }

    private static void label(String name, String value, Buffer out) {
        out.put(name);
        out.put('=');
        out.put('"');
        out.put(escaped(value).getBytes(Response.UTF_8));
        out.put('"');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
