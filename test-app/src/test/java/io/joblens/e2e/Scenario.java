package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one section of {@code scenarios.txt} expects of the series with one label. */
final class Scenario {
    private static final Map<String, List<String>> COUNTERS = Map.of(
            "job_type",
            List.of(
                    "job_processed_total",
                    "job_failed_total",
                    "job_skipped_total",
                    "job_created_total",
                    "job_retries_total",
                    "job_abandoned_total",
                    "active_jobs",
                    "job_wait_seconds_count"),
            "scan",
            List.of("scan_clean_total", "scan_infected_total", "scan_failed_total"),
            "operation",
            List.of("operation_seconds_count", "operation_failed_total"));
    private static final Map<String, String> LEVELS = Map.of(
            "Job created", "info",
            "Job started", "info",
            "Job completed", "info",
            "Job failed", "error",
            "Job skipped", "warn",
            "Scan clean", "info",
            "Scan infected", "warn",
            "Scan failed", "error",
            "Operation completed", "info",
            "Operation failed", "error");
    /** What differs from one time to the next, or is the same for all lines of a scenario. */
    private static final Set<String> UNTOLD =
            Set.of("timestamp", "level", "message", "duration_ms", "job_type", "error_stack");

    /** {@code job_type="whole"}, or {@code job_type} alone for the series without that label. */
    private final String label;

    final Map<String, Double> values = new LinkedHashMap<>();
    final List<String> lines = new ArrayList<>();

    Scenario(String label) {
        this.label = label;
    }

    /** Checks every counter of the series, those that are not listed against 0. */
    void checkMetrics(Scrape scrape) {
        for (String counter : COUNTERS.get(labelName())) {
            assertThat(scrape.value(series(counter))).as(series(counter)).isEqualTo(values.getOrDefault(counter, 0.0));
        }
        values.forEach((name, value) ->
                assertThat(scrape.value(series(name))).as(series(name)).isEqualTo(value));
        if (labelName().equals("job_type")) {
            checkHistograms(scrape);
        }
    }

    /** Checks those of the lines that belong to this scenario. */
    void checkLines(List<JsonNode> all) {
        List<JsonNode> own =
                all.stream().filter(line -> labelOf(line).equals(label)).toList();
        assertThat(own).extracting(Scenario::told).as(label).isEqualTo(lines);
        own.forEach(Scenario::checkUntold);
    }

    /** The label of the scenario to which a line belongs: the job's, or outside a job that of the scan or operation. */
    static String labelOf(JsonNode line) {
        String message = line.get("message").asText();
        String name = line.has("job_type") || message.startsWith("Job")
                ? "job_type"
                : message.startsWith("Scan") ? "scan" : "operation";
        return line.has(name) ? name + "=\"" + line.get(name).asText() + "\"" : name;
    }

    private void checkHistograms(Scrape scrape) {
        double processed = values.getOrDefault("job_processed_total", 0.0);
        double failed = values.getOrDefault("job_failed_total", 0.0);
        for (String histogram : List.of("job_processing_seconds", "job_attempts")) {
            assertThat(scrape.value(series(histogram + "_count"))).as(label).isEqualTo(processed);
        }
        assertThat(scrape.value(series("job_last_success_timestamp_seconds")) > 0)
                .as("%s has a last success", label)
                .isEqualTo(processed > failed);
    }

    private static void checkUntold(JsonNode line) {
        String message = line.get("message").asText();
        assertThat(line.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(line.get("level").asText()).isEqualTo(LEVELS.get(message));
        boolean hasDuration = !message.equals("Job created") && !message.equals("Job started");
        assertThat(line.has("duration_ms")).as(line.toString()).isEqualTo(hasDuration);
        if (hasDuration) {
            assertThat(line.get("duration_ms").isNumber()).as(line.toString()).isTrue();
        }
    }

    private static String told(JsonNode line) {
        StringBuilder told = new StringBuilder(line.get("message").asText());
        line.properties().stream()
                .filter(field -> !UNTOLD.contains(field.getKey()))
                .forEach(field -> told.append(' ')
                        .append(field.getKey())
                        .append('=')
                        .append(field.getValue().asText()));
        return told.toString();
    }

    private String series(String name) {
        return name.contains("{") || !label.contains("=") ? name : name + "{" + label + "}";
    }

    private String labelName() {
        return label.contains("=") ? label.substring(0, label.indexOf('=')) : label;
    }

    @Override
    public String toString() {
        return label;
    }
}
