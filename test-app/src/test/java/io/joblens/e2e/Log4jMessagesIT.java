package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The messages of Log4j that have fields, as JSON. */
class Log4jMessagesIT {
    @OnEveryJvm
    void has_the_fields_of_messages_and_the_context_stack(Jvm jvm) throws Exception {
        String asynchronous = "org.apache.logging.log4j.core.async.AsyncLoggerContextSelector";
        for (String version : List.of("2.17.0", "2.26.1")) {
            expectFields(jvm, version, Map.of());
            expectFields(jvm, version, Map.of("log4j2.contextSelector", asynchronous));
        }
    }

    private static void expectFields(Jvm jvm, String version, Map<String, String> properties) throws Exception {
        Launch launch = Launch.on(jvm)
                .classPath(Neighbour.libraries("log4j-" + version))
                .property(
                        "logs",
                        Files.createTempDirectory(Path.of("target"), "logs").toString())
                .property(
                        "log4j2.configurationFile",
                        ApplicationLogContract.resource("log4j2-json.xml").toString())
                .option("log.application", "json")
                .expectStderrWithout("kept from the application");
        properties.forEach(launch::property);
        try (ForkedApp app = launch.main("io.joblens.scenarios.Log4jMessages")) {
            app.awaitStdout("written");
            List<JsonNode> lines = app.stdout().stream()
                    .filter(line -> line.startsWith("{") && line.contains("worker.lines"))
                    .map(ForkedApp::parse)
                    .toList();
            assertThat(lines)
                    .extracting(line -> line.path("kind").asText())
                    .containsExactly("map", "data", "object message", "object", "");
            assertThat(lines).allMatch(line -> line.get("job_id").asText().equals("job-1"));
            JsonNode last = lines.get(lines.size() - 1);
            assertThat(last.get("ndc").asText()).isEqualTo("[upper, lower]");
            assertThat(last.get("level").asText()).isEqualTo("error");
            assertThat(last.get("message").asText()).isEqualTo("kind {kind=argument}");
        }
    }
}
