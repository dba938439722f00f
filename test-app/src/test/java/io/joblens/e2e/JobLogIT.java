package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Lines that an application writes with {@code JobLog}: none is lost, and none counts twice. */
class JobLogIT {
    private static final int LINES_BEFORE_READY = 13;

    @OnEveryJvm
    void writes_the_agents_lines_and_counts(Jvm jvm) {
        try (ForkedApp app = start(Launch.on(jvm))) {
            app.awaitStdout("ready");
            Scrape scrape = app.scrape();
            assertThat(scrape.value("job_processed_total{job_type=\"work\"}")).isEqualTo(3);
            assertThat(scrape.value("job_failed_total{job_type=\"work\"}")).isEqualTo(2);
            assertThat(scrape.value("job_processing_seconds_sum{job_type=\"video\"}"))
                    .isEqualTo(5);
            assertThat(scrape.value("job_created_total{job_type=\"video\"}")).isEqualTo(1);
            assertThat(scrape.value("job_processed_total{job_type=\"copied\"}")).isEqualTo(2);
            assertThat(scrape.value("operation_seconds_count{operation=\"thumbnail_generation\"}"))
                    .isEqualTo(1);
            assertThat(scrape.sum("job_processed_total")).isEqualTo(6);
            app.checkMetrics();

            assertThat(app.applicationLines()).containsExactly("ready");
            JsonNode unusual = line(app, "Unusual condition");
            assertThat(unusual.get("job_id").asText()).isEqualTo("job-1");
            assertThat(unusual.get("user_id").asText()).isEqualTo("user-1");
            assertThat(unusual.get("api_key").asText()).isEqualTo("***");
            assertThat(messages(app, "From a copy")).hasSize(2);
            assertThat(messages(app, "Worker ended")).hasSize(1);
            // One of each for the jobs that JobLog ended, and two for the one that threw and was told afterwards.
            assertThat(messages(app, "Job failed")).hasSize(3);
            assertThat(messages(app, "Job completed")).hasSize(4);
        }
    }

    @OnEveryJvm
    void keeps_the_lines_of_the_application_when_the_agents_are_off(Jvm jvm) {
        try (ForkedApp app = start(Launch.on(jvm)
                .option("log.lifecycle", "false")
                .option("log.format", "text")
                .option("log.level", "warn"))) {
            app.awaitStdout("ready");
            app.checkMetrics();
            assertThat(app.stdout())
                    .filteredOn(line -> line.startsWith("["))
                    .extracting(line ->
                            line.replaceFirst("^\\S+ ", "").replaceAll(" (error_stack=.*|duration_ms=\\S+)", ""))
                    .containsExactly(
                            "[WARN] Unusual condition job_id=job-1 job_type=work user_id=user-1 attempts=1 api_key=***",
                            "[ERROR] Job failed job_id=job-2 attempts=1 status=failed error=broken",
                            "[ERROR] Job failed job_id=job-3 job_type=work attempts=3 status=failed error=\"no space left\"",
                            "[ERROR] null null=\"no name\" unpaired=alone");
        }
    }

    @OnEveryJvm
    void writes_text_without_the_agent(Jvm jvm) {
        try (ForkedApp app = start(Launch.withoutAgentOn(jvm))) {
            List<String> lines = app.stdout();
            assertThat(lines).hasSize(LINES_BEFORE_READY + 2);
            assertThat(lines.get(0)).matches("\\[\\S+Z] \\[INFO] Worker started password=\\*\\*\\* workers=2");
            assertThat(lines).noneMatch(line -> line.contains("p4ss") || line.contains("k3y"));
        }
    }

    @OnEveryJvm
    void writes_json_without_the_agent_where_the_environment_asks_for_it(Jvm jvm) {
        Launch launch =
                Launch.withoutAgentOn(jvm).variable("LOG_FORMAT", "json").variable("LOG_LEVEL", "ERROR");
        try (ForkedApp app = start(launch)) {
            assertThat(app.lifecycleLines())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line.get("level").asText()).isEqualTo("error"));
        }
    }

    private static ForkedApp start(Launch launch) {
        return launch.classPath(Built.api()).main("io.joblens.scenarios.DirectLines");
    }

    private static JsonNode line(ForkedApp app, String message) {
        return messages(app, message).get(0);
    }

    private static List<JsonNode> messages(ForkedApp app, String message) {
        return app.lifecycleLines().stream()
                .filter(line -> line.get("message").asText().equals(message))
                .toList();
    }
}
