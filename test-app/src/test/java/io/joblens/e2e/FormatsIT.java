package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Encoders of the application that show the fields although nobody has told them; others stand in the contract. */
class FormatsIT {
    @OnEveryJvm
    void shows_the_fields_in_what_logback_and_elastic_encode(Jvm jvm) {
        String logback = jvm.feature() < 11 ? "logback-1.3.16" : "logback-1.6.6";
        try (ForkedApp app = Launch.on(jvm)
                .classPath(Neighbour.libraries(logback))
                .classPath(Neighbour.libraries("ecs-of-logback"))
                .property(
                        "logback.configurationFile",
                        ApplicationLogContract.resource("logback-formats.xml").toString())
                .main("io.joblens.scenarios.LogLines")) {
            List<JsonNode> lines = json(app);
            assertThat(lines).hasSize(2);
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.findValue("job_id").asText()).isEqualTo("job-1");
                assertThat(line.findValue("user_id").asText()).isEqualTo("theirs");
            });
            assertThat(app.stdout())
                    .anyMatch(line -> line.startsWith("bare {") && line.contains("job_id=job-1"))
                    .contains("outside after {} []");
        }
    }

    @OnEveryJvm
    void shows_the_fields_in_what_spring_boot_structures(Jvm jvm) {
        assumeTrue(jvm.feature() >= 17, "Spring Boot 3 wants Java 17");
        for (String format : List.of("ecs", "gelf", "logstash")) {
            try (ForkedApp app = Launch.on(jvm)
                    .classPath(Neighbour.libraries("spring-boot-3.5"))
                    .main(
                            "io.joblens.scenarios.SpringLogLines",
                            "--logging.structured.format.console=" + format,
                            "--spring.main.banner-mode=off")) {
                List<JsonNode> lines = json(app);
                assertThat(lines).hasSize(1);
                String prefix = format.equals("gelf") ? "_" : "";
                assertThat(lines.get(0).findValue(prefix + "job_id").asText()).isEqualTo("job-1");
                assertThat(lines.get(0).findValue(prefix + "user_id").asText()).isEqualTo("theirs");
            }
        }
    }

    private static List<JsonNode> json(ForkedApp app) {
        app.awaitStdout("own context after");
        return app.stdout().stream()
                .filter(line -> line.startsWith("{") && line.contains("with own values"))
                .map(ForkedApp::parse)
                .toList();
    }
}
