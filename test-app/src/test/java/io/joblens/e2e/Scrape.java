package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer of {@code /metrics}.
 *
 * @param text as it came
 * @param samples value by series, the series written as in the text: {@code job_failed_total{job_type="a"}}
 */
record Scrape(String text, Map<String, Double> samples) {
    static Scrape of(String text) {
        Map<String, Double> samples = new LinkedHashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            Double before = samples.put(line.substring(0, space), number(line.substring(space + 1)));
            assertThat(before).as("two samples of %s in%n%s", line, text).isNull();
        });
        return new Scrape(text, samples);
    }

    /** The value of a series that has to exist. */
    double value(String series) {
        assertThat(samples).as(text).containsKey(series);
        return samples.get(series);
    }

    boolean has(String series) {
        return samples.containsKey(series);
    }

    /** The sum over all series of a name. */
    double sum(String name) {
        return samples.entrySet().stream()
                .filter(sample ->
                        sample.getKey().equals(name) || sample.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
