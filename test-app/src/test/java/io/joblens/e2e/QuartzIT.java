package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

class QuartzIT extends PresetContract {
    private static final String PLAIN = "io.joblens.scenarios.presets.QuartzJobs";
    private static final String SPRING = "io.joblens.scenarios.presets.SpringQuartzJobs";
    private static final Map<String, Double> ANNOTATED = Map.of("job_processed_total{job_type=\"annotated\"}", 1.0);
    private static final Map<String, Double> PLAIN_COUNTED = Map.of(
            "job_processed_total{job_type=\"DailyReport\"}", 2.0,
            "job_processed_total{job_type=\"Flaky\"}", 2.0,
            "job_failed_total{job_type=\"Flaky\"}", 1.0,
            "job_retries_total{job_type=\"Flaky\"}", 1.0,
            "job_processed_total{job_type=\"Broken\"}", 1.0,
            "job_failed_total{job_type=\"Broken\"}", 1.0,
            "job_processed_total{job_type=\"annotated\"}", 1.0);
    private static final Map<String, Double> SPRING_COUNTED = Map.of(
            "job_processed_total{job_type=\"Bean\"}", 1.0,
            "job_processed_total{job_type=\"parallel\"}", 1.0,
            "job_processed_total{job_type=\"oneByOne\"}", 1.0,
            "job_processed_total{job_type=\"annotated\"}", 1.0);

    QuartzIT() {
        super("quartz");
    }

    @Override
    List<Application> applications() {
        return List.of(
                new Application(PLAIN, "quartz-2.0.0", 8, PLAIN_COUNTED, ANNOTATED),
                new Application(PLAIN, "quartz-2.5.2", 11, PLAIN_COUNTED, ANNOTATED),
                new Application(SPRING, "spring-4.3.30", 8, SPRING_COUNTED, ANNOTATED),
                new Application(SPRING, "spring-7.0.10", 17, SPRING_COUNTED, ANNOTATED));
    }

    @Override
    void assertLines(Application application, List<JsonNode> lines) {
        if (application.mainClass().equals(SPRING)) {
            return;
        }
        List<JsonNode> flaky = lines(lines, "Job started", "job_type", "Flaky");
        assertThat(flaky).extracting(line -> line.path("attempts").asInt()).containsExactly(1, 2);
        assertThat(flaky).extracting(line -> line.path("job_key").asText()).containsOnly("reports.flaky");
        assertThat(flaky).extracting(line -> line.path("trigger_key").asText()).containsOnly("now.flaky");
        assertThat(flaky.get(0).path("job_id").asText())
                .isNotEmpty()
                .isEqualTo(flaky.get(1).path("job_id").asText());
    }
}
