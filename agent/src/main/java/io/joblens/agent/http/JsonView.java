package io.joblens.agent.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The three maps of {@code /api/metrics}: over everything, or of one job type, scan or operation. Not thread-safe. */
final class JsonView {
    private final Map<String, Double> counters = new LinkedHashMap<String, Double>();
    private final Map<String, Double> gauges = new LinkedHashMap<String, Double>();
    private final Map<String, Summary> histograms = new LinkedHashMap<String, Summary>();

    /** Adds a value to what the family has in this view. */
    void add(Family family, double value) {
        Map<String, Double> values = family.type() == Family.Type.COUNTER ? counters : gauges;
        Double before = values.get(family.name());
        if (before == null) {
            values.put(family.name(), value);
        } else {
            values.put(family.name(), family.total() == Family.Total.MAX ? Math.max(before, value) : before + value);
        }
    }

    void put(Family family, HistogramReading reading) {
        histograms.put(family.name(), new Summary(reading));
    }

    /** Writes the three maps as fields of the object that is open. */
    void write(JsonGenerator json) throws IOException {
        write("counters", counters, json);
        write("gauges", gauges, json);
        json.writeObjectFieldStart("histograms");
        for (Map.Entry<String, Summary> histogram : histograms.entrySet()) {
            json.writeObjectFieldStart(histogram.getKey());
            histogram.getValue().write(json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(String name, Map<String, Double> values, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> value : values.entrySet()) {
            number(value.getKey(), value.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void number(String name, double value, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Numbers.text(value));
        }
    }

    /** The numbers of one histogram. */
    private static final class Summary {
        private final long count;
        private final double sum;
        private final double[] percentiles;

        Summary(HistogramReading reading) {
            count = reading.count();
            // A reading to which nothing was added has no unit yet, and so no sum.
            sum = count == 0 ? 0 : reading.sum();
            percentiles = reading.percentiles(0.5, 0.95, 0.99);
        }

        void write(JsonGenerator json) throws IOException {
            json.writeNumberField("count", count);
            number("sum", sum, json);
            json.writeFieldName("avg");
            json.writeNumber(Average.text(sum, count));
            number("p50", percentiles[0], json);
            number("p95", percentiles[1], json);
            number("p99", percentiles[2], json);
        }
    }
}
