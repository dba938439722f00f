package io.joblens.agent.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gathers one reading of the registry for {@code /api/metrics}: over everything, and the same by job type, scan and
 * operation. Not thread-safe.
 */
final class JsonMetrics implements MetricSink {
    static final String CONTENT_TYPE = "application/json; charset=utf-8";
    /** The gauge that has a value also where no job is known: none is active. */
    private static final String ACTIVE = "active_jobs";
    /** Merged samples are thinned to the newest whenever they are this many windows. */
    private static final int MOST_WINDOWS = 8;

    private static final JsonFactory FACTORY = new JsonFactory();

    /** A label whose values have views of their own. */
    private enum By {
        JOBS("jobs", "job_type"),
        SCANS("scans", "scan"),
        OPERATIONS("operations", "operation");

        private final String field;
        private final String label;

        By(String field, String label) {
            this.field = field;
            this.label = label;
        }
    }

    private static final By[] BY = By.values();

    private final int window;
    private final int constantLabels;
    private final JsonView total = new JsonView();
    private final Map<By, Map<String, JsonView>> parts = new LinkedHashMap<By, Map<String, JsonView>>();
    private Family family;
    private HistogramReading merged;

    JsonMetrics(Registry registry) {
        window = registry.window();
        constantLabels = registry.constantLabels().pairs().size();
        for (By by : BY) {
            parts.put(by, new LinkedHashMap<String, JsonView>());
        }
    }

    @Override
    public void family(Family family) {
        finish();
        this.family = family;
        if (family.type() == Family.Type.HISTOGRAM) {
            merged = new HistogramReading();
        } else if (family.type() == Family.Type.COUNTER || family.name().equals(ACTIVE)) {
            total.add(family, 0);
        }
    }

    @Override
    public void sample(Labels labels, double value) {
        if (family.type() == Family.Type.INFO) {
            return;
        }
        JsonView part = part(labels);
        if (part != null) {
            part.add(family, value);
        } else if (labels.pairs().size() > constantLabels) {
            // Of one memory pool, say: their sum would mean nothing.
            return;
        }
        total.add(family, value);
    }

    @Override
    public void histogram(Labels labels, HistogramReading reading) {
        merged.add(reading);
        if (merged.samples().size() > window * (long) MOST_WINDOWS) {
            merged.samples().keepNewest(window);
        }
        JsonView part = part(labels);
        if (part != null) {
            part.put(family, reading);
        }
    }

    /** Writes what was gathered; leaves the stream open. */
    void write(OutputStream out) throws IOException {
        finish();
        JsonGenerator json = FACTORY.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        total.write(json);
        for (Map.Entry<By, Map<String, JsonView>> by : parts.entrySet()) {
            json.writeObjectFieldStart(by.getKey().field);
            for (Map.Entry<String, JsonView> part : by.getValue().entrySet()) {
                json.writeObjectFieldStart(part.getKey());
                part.getValue().write(json);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.close();
    }

    private void finish() {
        if (merged != null) {
            merged.samples().keepNewest(window);
            total.put(family, merged);
            merged = null;
        }
    }

    private JsonView part(Labels labels) {
        for (By by : BY) {
            String name = labels.pairs().get(by.label);
            if (name != null) {
                Map<String, JsonView> views = parts.get(by);
                JsonView view = views.get(name);
                if (view == null) {
                    view = new JsonView();
                    views.put(name, view);
                }
                return view;
            }
        }
        return null;
    }
}
