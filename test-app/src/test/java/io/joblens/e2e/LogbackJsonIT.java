package io.joblens.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of Logback as JSON, in all kinds of appenders at once. */
@ParameterizedClass(name = "Logback {1} on {0}")
@MethodSource("io.joblens.e2e.LogbackIT#versions")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogbackJsonIT {
    private static final String DECIDED = "joblens: the application's log: appender ";

    @Parameter(0)
    Jvm jvm;

    @Parameter(1)
    String version;

    private ForkedApp app;
    private Path logs;
    private JsonFile console;

    @BeforeEach
    void run() throws Exception {
        if (app != null) {
            return;
        }
        logs = Files.createTempDirectory(Path.of("target"), "logs").toAbsolutePath();
        app = Launch.on(jvm)
                .classPath(Neighbour.libraries("logback-" + version))
                .classPath(Neighbour.libraries(version.startsWith("1.2.") ? "encoder-of-logback-1.2" : "encoder"))
                .property("logback.configurationFile", configuration().toString())
                .property("logs", logs.toString())
                .option("log.application", "json")
                .expectStderrWithout("kept from the application")
                .main("io.joblens.scenarios.LogbackJsonLines");
        app.awaitStdout("written");
        console = JsonFile.of(
                app.stdout().stream().filter(line -> !line.equals("written")).toList());
    }

    @AfterParameterizedClassInvocation
    void end() {
        app.close();
        app = null;
    }

    @Test
    void writes_what_every_line_has_and_the_fields_of_the_job() {
        JsonNode inside = console.lineOfJob();
        assertThat(inside.get("user_id").asText()).isEqualTo("user-1");
    }

    @Test
    void has_the_context_of_the_application_and_keeps_what_collides_under_a_prefix() {
        console.expectContext();
    }

    @Test
    void has_the_error_its_stack_with_causes_and_its_code() {
        JsonNode line = console.line("failed");
        assertThat(line.get("error").asText()).isEqualTo("the error");
        assertThat(line.get("error_code").asText()).isEqualTo("E42");
        assertThat(line.get("error_stack").asText())
                .contains("CodedException: the error\n\tat io.joblens.scenarios.JsonLines.")
                .contains("\nCaused by: java.lang.IllegalStateException: the cause\n")
                .contains("[CIRCULAR REFERENCE: ");
    }

    @Test
    void spells_every_text() {
        assertThat(console.messages())
                .contains("control \u0000 \u001b[31m \"quotes\" \\ \r\n\t \u2028 \ud83d\ude00 \u00fc")
                .contains("lone \ufffd and \ufffd")
                .contains("throwing [FAILED toString()]")
                .contains("null")
                .anyMatch(message -> message.length() > 1024 * 1024);
    }

    @Test
    void has_the_named_values_of_events() {
        if (version.startsWith("1.2.")) {
            assertThat(console.messages()).doesNotContain("with values");
            return;
        }
        JsonNode line = console.line("with values");
        assertThat(line.get("count").isInt()).isTrue();
        assertThat(line.get("share").asDouble()).isEqualTo(0.25);
        assertThat(line.get("none").asText()).isEqualTo("NaN");
        assertThat(line.get("nothing").isNull()).isTrue();
        assertThat(line.get("broken").asText()).contains("Throwing threw java.lang.IllegalStateException");
        assertThat(line.get("field_timestamp").asText()).isEqualTo("theirs");
        assertThat(line.get("twice").asText()).isEqualTo("second");
    }

    @Test
    void rolls_files_as_before_and_leaves_out_what_is_no_line() {
        assertThat(JsonFile.of(logs.resolve("rolling.1.log"), UTF_8).messages())
                .startsWith("outside")
                .contains("in the job")
                .endsWith("the end");
        assertThat(JsonFile.of(logs.resolve("rolling.log"), UTF_8).messages()).containsExactly("rolled");
    }

    @Test
    void keeps_the_charset_and_loses_no_character_by_it() {
        for (JsonFile file : List.of(
                JsonFile.of(logs.resolve("latin.log"), ISO_8859_1), JsonFile.of(logs.resolve("utf-16.log"), UTF_16))) {
            assertThat(file.line("control").get("message").asText()).endsWith("\u2028 \ud83d\ude00 \u00fc");
            assertThat(file.line("in the job").get("own").asText()).isEqualTo("mine");
        }
    }

    @Test
    void keeps_the_filters_and_writes_all_lines_of_other_layouts() {
        assertThat(JsonFile.of(logs.resolve("warnings.log"), UTF_8).messages())
                .hasSize(3)
                .last()
                .isEqualTo("failed");
    }

    @Test
    void leaves_documents_and_json_alone() throws IOException {
        assertThat(Files.readString(logs.resolve("lines.html")))
                .startsWith("<!DOCTYPE")
                .contains(">the end<");
        assertThat(Files.readString(logs.resolve("by-hand.log"))).startsWith("{\"job\": \"\"}\n{\"job\": \"job-1\"}\n");
        assertThat(Files.readAllLines(logs.resolve("logstash.log")).get(0)).startsWith("{\"@timestamp\":");
    }

    @Test
    void says_of_every_appender_what_was_decided() {
        assertThat(app.stderr().stream().filter(line -> line.startsWith("joblens: ")))
                .containsExactlyInAnyOrder(
                        DECIDED + "CONSOLE of Logback becomes JSON, as its lines are plain text",
                        DECIDED + "ROLLING of Logback becomes JSON, as its lines are plain text",
                        DECIDED + "LATIN of Logback becomes JSON, as its lines are plain text",
                        DECIDED + "WIDE of Logback becomes JSON, as its lines are plain text",
                        DECIDED + "WARNINGS of Logback becomes JSON, as its lines are plain text",
                        DECIDED + "HTML of Logback is left alone, as its lines are a document of markup",
                        DECIDED + "BY-HAND of Logback is left alone, as its lines are JSON already",
                        DECIDED + "LOGSTASH of Logback is left alone, as its encoder"
                                + " net.logstash.logback.encoder.LogstashEncoder is not one of Logback's with a layout");
    }

    private static Path configuration() throws URISyntaxException {
        return Path.of(LogbackJsonIT.class.getResource("logback-json.xml").toURI());
    }
}
