package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

class SpringScheduledIT extends PresetContract {
    private static final Map<String, Double> ANNOTATED = Map.of("job_processed_total{job_type=\"annotated\"}", 1.0);
    private static final Map<String, Double> COUNTED = Map.of(
            "job_processed_total{job_type=\"ReportJobs.daily\"}", 1.0,
            "job_processed_total{job_type=\"ReportJobs.broken\"}", 1.0,
            "job_failed_total{job_type=\"ReportJobs.broken\"}", 1.0,
            "job_processed_total{job_type=\"ReportJobs.twice\"}", 2.0,
            "job_processed_total{job_type=\"annotated\"}", 1.0);

    SpringScheduledIT() {
        super("spring-scheduled");
    }

    @Override
    List<Application> applications() {
        return List.of(
                application("spring-4.3.30", 8), application("spring-5.3.39", 8), application("spring-7.0.10", 17));
    }

    private static Application application(String libraries, int leastJava) {
        return new Application(
                "io.joblens.scenarios.presets.SpringScheduled", libraries, leastJava, COUNTED, ANNOTATED);
    }

    @Override
    void assertLines(Application application, List<JsonNode> lines) {
        assertThat(lines(lines, "Job failed", "job_type", "ReportJobs.broken"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("error").asText()).contains("broken"));
    }
}
