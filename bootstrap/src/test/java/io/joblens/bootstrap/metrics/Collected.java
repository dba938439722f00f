package io.joblens.bootstrap.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one collection of a registry handed out. */
public final class Collected implements MetricSink {
    public final List<Family> families = new ArrayList<>();
    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, HistogramReading> histograms = new LinkedHashMap<>();

    private Collected() {}

    public static Collected from(Registry registry) {
        Collected collected = new Collected();
        registry.collect(collected, true);
        return collected;
    }

    /** The value of a series such as {@code active_jobs{job_type="video"}}. */
    public double value(String series) {
        return samples.get(series);
    }

    public HistogramReading histogram(String series) {
        return histograms.get(series);
    }

    /** The series of a metric, in order, as they stand in a sample line. */
    public List<String> series(String metric) {
        List<String> series = new ArrayList<>(samples.keySet());
        series.addAll(histograms.keySet());
        series.removeIf(name -> !name.equals(metric) && !name.startsWith(metric + "{"));
        return series;
    }

    @Override
    public void family(Family family) {
        families.add(family);
    }

    @Override
    public void sample(Labels labels, double value) {
        samples.put(name(labels), value);
    }

    @Override
    public void histogram(Labels labels, HistogramReading reading) {
        HistogramReading copy = new HistogramReading();
        copy.add(reading);
        histograms.put(name(labels), copy);
    }

    private String name(Labels labels) {
        String metric = families.get(families.size() - 1).name();
        return labels.text().length == 0 ? metric : metric + "{" + new String(labels.text(), UTF_8) + "}";
    }
}
