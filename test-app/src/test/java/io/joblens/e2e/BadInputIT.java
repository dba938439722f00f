package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Options that are wrong are told in one line each, and fall back; the application starts. */
class BadInputIT {
    @TempDir
    Path folder;

    @OnEveryJvm
    void tells_of_a_wrong_value_in_each_source(Jvm jvm) throws IOException {
        Path file = Files.writeString(folder.resolve("joblens.yaml"), """
                http:
                  port: many
                runs:
                  maxx: 7
                """);
        expectOneConversion(Launch.on(jvm)
                .option("log.format", "xml")
                .property("joblens.metrics.window", "wide")
                .variable("LOG_LEVEL", "loud")
                .property("joblens.config", file.toString())
                .expectStderr("joblens: .*log\\.format.*xml.*")
                .expectStderr("joblens: .*joblens\\.metrics\\.window.*wide.*")
                .expectStderr("joblens: .*LOG_LEVEL.*loud.*")
                .expectStderr("joblens: .*joblens\\.yaml:2:9.*many.*")
                .expectStderr("joblens: .*joblens\\.yaml:4:3.*maxx.*"));
    }

    @OnEveryJvm
    void tells_of_files_that_cannot_be_read(Jvm jvm) throws IOException {
        expectOneConversion(Launch.on(jvm)
                .property("joblens.config", folder.resolve("missing.yaml").toString())
                .expectStderr("joblens: .*missing\\.yaml.*"));
        expectOneConversion(Launch.on(jvm)
                .property("joblens.config", folder.toString())
                .expectStderr("joblens: .*" + folder.getFileName() + ".*"));
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "http: [port\n");
        expectOneConversion(Launch.on(jvm)
                .property("joblens.config", broken.toString())
                .expectStderr("joblens: .*broken\\.yaml:\\d+:\\d+.*"));
    }

    @OnEveryJvm
    void tells_of_a_port_and_a_host_that_cannot_be(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm)
                .option("http.port", null)
                .property("joblens.http.host", "203.0.113.7")
                .expectStderr("joblens: .*203\\.0\\.113\\.7.*")
                .main("io.joblens.scenarios.FirstJob")) {
            app.awaitStderr("joblens");
            assertThat(app.lifecycleLines()).hasSize(2);
        }
    }

    private static void expectOneConversion(Launch launch) {
        try (ForkedApp app = launch.main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value("job_processed_total{job_type=\"conversion\"}"))
                    .isEqualTo(1);
            assertThat(app.lifecycleLines()).hasSize(2);
        }
    }
}
