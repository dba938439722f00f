package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mangamotion.Clamd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real worker, which nobody changed, on twelve generated chapters. */
class MangaMotionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LABEL = "{job_type=\"chapter\"}";
    /** Time, level, thread, logger, the job's id and the message. */
    private static final Pattern LINE =
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (\\w+) +\\[([^\\]]+)\\] (\\w+) (\\S*) - (.*)");

    @TempDir
    Path root;

    @OnEveryJvm
    void measures_the_worker(Jvm jvm) throws IOException {
        try (ForkedApp app = start(Launch.on(jvm), "under the agent")) {
            checkMetrics(app);
            checkLines(app);
        }
    }

    @Test
    void leaves_the_log_of_the_worker_as_it_is() throws IOException {
        try (ForkedApp app = start(Launch.on(Jvms.own()), "under the agent")) {
            app.checkMetrics();
            release("under the agent");
            try (ForkedApp alone = start(Launch.withoutAgentOn(Jvms.own()), "alone")) {
                release("alone");
                assertThat(app.applicationLines().stream()
                                .map(this::withoutContext)
                                .sorted())
                        .containsExactlyElementsOf(alone.stdout().stream()
                                .map(this::withoutContext)
                                .sorted()
                                .toList());
            }
        }
    }

    @Test
    void measures_scans_by_a_real_clamd(@TempDir Path folder) throws Exception {
        try (Clamd clamd = Clamd.start(folder);
                ForkedApp app = start(
                        Launch.on(Jvms.own())
                                .variable("CLAMD_HOST", "127.0.0.1")
                                .variable("CLAMD_PORT", String.valueOf(clamd.port())),
                        "with clamd")) {
            checkMetrics(app);
            release("with clamd");
        }
    }

    private void checkMetrics(ForkedApp app) {
        Scrape scrape = app.scrape();
        assertThat(scrape.value("job_processed_total" + LABEL)).isEqualTo(15);
        assertThat(scrape.value("job_failed_total" + LABEL)).isEqualTo(6);
        assertThat(scrape.value("job_skipped_total" + LABEL)).isEqualTo(1);
        assertThat(scrape.value("job_created_total" + LABEL)).isEqualTo(12);
        assertThat(scrape.value("job_retries_total" + LABEL)).isEqualTo(4);
        assertThat(scrape.value("job_wait_seconds_count" + LABEL)).isEqualTo(12);
        assertThat(scrape.value("failed_jobs_dlq")).isEqualTo(2);
        assertThat(scrape.value("queue_length")).isZero();
        assertThat(scrape.value("scan_infected_total{scan=\"clamav\"}")).isEqualTo(1);
        assertThat(scrape.value("scan_failed_total{scan=\"clamav\"}")).isZero();
        assertThat(scrape.value("operation_seconds_count{operation=\"encode\"}"))
                .isEqualTo(9);
        assertThat(scrape.value("operation_failed_total{operation=\"encode\"}")).isZero();
        app.checkMetrics();
    }

    private void checkLines(ForkedApp app) throws IOException {
        release("under the agent");
        List<JsonNode> lines = app.lifecycleLines();
        assertThat(lines)
                .filteredOn(line -> line.get("message").asText().equals("Job created"))
                .hasSize(12)
                .allSatisfy(line -> {
                    assertThat(line.get("job_type").asText()).isEqualTo("chapter");
                    assertThat(line.get("job_id").asText()).isNotEmpty();
                    assertThat(line.get("file_count").isInt()).isTrue();
                    assertThat(line.get("total_size_mb").asText()).matches("\\d+\\.\\d\\d");
                });
        assertThat(lines)
                .filteredOn(line -> line.get("message").asText().equals("Job failed"))
                .hasSize(6)
                .allSatisfy(line -> {
                    assertThat(line.get("level").asText()).isEqualTo("error");
                    assertThat(line.get("attempts").asInt()).isBetween(1, 3);
                    assertThat(line.get("error").asText()).isNotEmpty();
                    assertThat(line.get("error_stack").asText()).contains("at io.mangamotion.Converter.convert(");
                });
        assertThat(app.applicationLines()).allSatisfy(line -> {
            Matcher matcher = LINE.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            // What the converter says it says inside a job; the others only know of chapters that wait or are over.
            assertThat(matcher.group(4).isEmpty())
                    .as(line)
                    .isNotEqualTo(matcher.group(3).equals("Converter"));
        });
    }

    private ForkedApp start(Launch launch, String name) {
        ForkedApp app = launch.jar(
                Built.mangaMotion(),
                "--home",
                root.resolve(name).toString(),
                "--once",
                "--generate",
                "12",
                "--retry-delay",
                "1",
                "--hold",
                root.resolve(name + ".held").toString());
        await("all chapters are done").atMost(PATIENCE).until(() -> {
            assertThat(app.handle().isAlive()).as("%s is alive", name).isTrue();
            return Files.exists(root.resolve(name + ".held"));
        });
        return app;
    }

    /** Lets the application end. */
    private void release(String name) throws IOException {
        Files.deleteIfExists(root.resolve(name + ".held"));
    }

    private String withoutContext(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return line;
        }
        String message =
                matcher.group(5).replaceAll(Pattern.quote(root.toString()) + "/(alone|under the agent)", "HOME");
        String thread = matcher.group(2).replaceAll("worker-\\d", "worker");
        return String.join(" | ", matcher.group(1), thread, matcher.group(3), message);
    }
}
