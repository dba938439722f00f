package io.joblens.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of java.util.logging as JSON, by the JDK's own handlers and by those of Tomcat. */
class JavaLoggingJsonIT {
    private static final String PLAIN = " becomes JSON, as its lines are plain text";

    @TempDir
    Path logs;

    static Stream<Arguments> juli() {
        return Jvms.all()
                .flatMap(jvm -> Stream.of("9.0.1", "9.0.112", "11.0.14")
                        .filter(version -> jvm.feature() >= 17 || version.startsWith("9."))
                        .map(version -> Arguments.of(jvm, version)));
    }

    @OnEveryJvm
    void writes_the_lines_of_the_jdk_whoever_formats_them_when(Jvm jvm) {
        Launch launch = Launch.on(jvm)
                .option("log.application", "json")
                .property("file.encoding", "UTF-8")
                .expectStderrWithout("kept from the application");
        try (ForkedApp app = launch.main("io.joblens.scenarios.JavaLogLines")) {
            app.awaitStdout("written");
            JsonFile console = JsonFile.of(app.stderr().stream()
                    .filter(line -> !line.startsWith("joblens: "))
                    .toList());
            expectLines(console);
            assertThat(console.messages())
                    .startsWith("outside")
                    .endsWith("the end")
                    .hasSize(10);
            JsonFile later = JsonFile.of(app.stdout().stream()
                    .filter(line -> line.contains("\"later\":true"))
                    .toList());
            expectLines(later);
            assertThat(later.messages()).isEqualTo(console.messages());
            assertThat(app.stderr().stream().filter(line -> line.startsWith("joblens: ")))
                    .containsExactly(
                            decided("java.util.logging.ConsoleHandler", "java.util.logging.SimpleFormatter", PLAIN),
                            decided(
                                    "io.joblens.scenarios.JavaLogLines$Later",
                                    "io.joblens.scenarios.JavaLogLines$Brief",
                                    PLAIN));
        }
    }

    @ParameterizedTest(name = "JULI {1} on {0}")
    @MethodSource("juli")
    void writes_the_lines_of_tomcat_with_the_fields_of_the_thread_that_logged(Jvm jvm, String version)
            throws Exception {
        Launch launch = Launch.on(jvm)
                .classPath(Neighbour.libraries("juli-" + version))
                .option("log.application", "json")
                .property("java.util.logging.manager", "org.apache.juli.ClassLoaderLogManager")
                .property("java.util.logging.config.file", configuration().toString())
                .property("logs", logs.toString())
                .property("file.encoding", "UTF-8")
                .expectStderrWithout("kept from the application");
        try (ForkedApp app = launch.main("io.joblens.scenarios.JavaLogLines")) {
            app.awaitStdout("written");
            List<String> stderr = app.stderr();
            expectLines(JsonFile.of(stderr.stream()
                    .filter(line -> !line.startsWith("joblens: "))
                    .toList()));
            expectLines(JsonFile.of(logs.resolve("async.log"), UTF_8));
            assertThat(JsonFile.of(logs.resolve("plain.log"), UTF_8).messages()).hasSize(4);
            assertThat(Files.readString(logs.resolve("records.xml")))
                    .startsWith("<?xml")
                    .contains("<record>");
            assertThat(stderr)
                    .contains(
                            decided("java.util.logging.ConsoleHandler", "org.apache.juli.OneLineFormatter", PLAIN),
                            decided("org.apache.juli.AsyncFileHandler", "org.apache.juli.OneLineFormatter", PLAIN),
                            decided("org.apache.juli.FileHandler", "org.apache.juli.VerbatimFormatter", PLAIN),
                            decided(
                                    "org.apache.juli.FileHandler",
                                    "java.util.logging.XMLFormatter",
                                    " is left alone, as its lines are a document of markup"));
        }
    }

    private static void expectLines(JsonFile file) {
        JsonNode outside = file.line("outside");
        assertThat(outside.get("level").asText()).isEqualTo("info");
        assertThat(outside.get("logger").asText()).isEqualTo("worker.lines");
        assertThat(outside.get("thread").asText()).isEqualTo("main");
        assertThat(outside.has("job_id")).isFalse();
        JsonNode first = file.line("in job-1");
        assertThat(first.get("job_id").asText()).isEqualTo("job-1");
        assertThat(first.get("attempts").isInt()).isTrue();
        JsonNode second = file.line("in job-2");
        assertThat(second.get("job_id").asText()).isEqualTo("job-2");
        assertThat(second.get("thread").asText()).isEqualTo("other");
        JsonNode failed = file.line("failed");
        assertThat(failed.get("level").asText()).isEqualTo("error");
        assertThat(failed.get("error").asText()).isEqualTo("the error");
        assertThat(failed.get("error_stack").asText()).contains("\nCaused by: java.lang.RuntimeException: the cause\n");
        assertThat(file.messages()).contains("control \u0000 \u001b[31m \"quotes\" \\ \r\n\t \ud83d\ude00 \ufffd");
        assertThat(file.line("the end").has("job_id")).isFalse();
    }

    private static String decided(String handler, String formatter, String decision) {
        return "joblens: the application's log: handler " + handler + " with " + formatter + decision;
    }

    private static Path configuration() throws URISyntaxException {
        return Path.of(
                JavaLoggingJsonIT.class.getResource("juli-json.properties").toURI());
    }
}
