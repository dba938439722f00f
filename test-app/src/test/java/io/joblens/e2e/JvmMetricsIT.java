package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is said of the JVM, and that asking for it leaves the JVM as it was. */
class JvmMetricsIT {
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

    @OnEveryJvm
    void leaves_LogManager_and_MBean_server_to_the_application(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm).main("io.joblens.scenarios.LateLogManager")) {
            app.awaitStdout("ready");
            Scrape scrape = app.scrape();
            assertThat(scrape.samples().keySet().stream().map(series -> series.replaceAll("\\{.*", "")))
                    .contains(
                            "joblens_build_info",
                            "process_start_time_seconds",
                            "process_cpu_seconds_total",
                            "process_open_fds",
                            "process_resident_memory_bytes",
                            "jvm_memory_used_bytes",
                            "jvm_gc_collection_seconds_count",
                            "jvm_gc_collection_seconds_sum",
                            "jvm_threads_current",
                            "jvm_runtime_info");
            assertThat(scrape.text()).doesNotContain("version=\"unknown\"");
            app.send("go on");
            app.awaitStdout("LogManager: Own").awaitStdout("MBean servers: 0");
        }
    }

    @Test
    void says_nothing_of_the_JVM_when_it_is_told_so() {
        try (ForkedApp app =
                Launch.on(Jvms.own()).option("metrics.jvm", "false").main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            assertThat(app.scrape().text()).contains("job_processed_total").doesNotContain("jvm_", "process_", "_info");
        }
    }

    @Test
    void passes_promtool() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), PROMTOOL + " is missing; apt-get install prometheus brings it");
        try (ForkedApp app = Launch.on(Jvms.own()).main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            Process promtool = new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
            promtool.getOutputStream().write(app.scrape().text().getBytes(StandardCharsets.UTF_8));
            promtool.getOutputStream().close();
            String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(promtool.waitFor()).as(said).isZero();
        }
    }
}
