package io.joblens.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The plain lines of Log4j 2, reload4j and JBoss LogManager as JSON, in all kinds of appenders at once. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("libraries")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainLinesIT {
    @Parameter(0)
    Jvm jvm;

    @Parameter(1)
    String library;

    private ForkedApp app;
    private Path logs;
    private JsonFile console;

    static Stream<Arguments> libraries() {
        return Jvms.all()
                .flatMap(jvm -> Stream.of(
                                "log4j-2.17.0",
                                "log4j-2.26.1",
                                "log4j-1.2.17",
                                "reload4j-1.2.18.0",
                                "reload4j-1.2.27",
                                "jboss-logmanager-2.1.0",
                                "jboss-logmanager-3.2.2")
                        .filter(library -> jvm.feature() == 8 || !library.equals("log4j-1.2.17"))
                        .filter(library -> jvm.feature() >= 17 || !library.equals("jboss-logmanager-3.2.2"))
                        .map(library -> Arguments.of(jvm, library)));
    }

    @BeforeEach
    void run() throws IOException {
        if (app != null) {
            return;
        }
        logs = Files.createTempDirectory(Path.of("target"), "logs").toAbsolutePath();
        Launch launch = Launch.on(jvm)
                .classPath(Neighbour.libraries(library))
                .property("logs", logs.toString())
                .option("log.application", "json")
                .expectStderrWithout("kept from the application");
        if (library.startsWith("log4j-2.")) {
            launch.property("log4j2.configurationFile", resource("log4j2-json.xml"));
        } else if (library.startsWith("jboss")) {
            launch.property("java.util.logging.manager", "org.jboss.logmanager.LogManager")
                    .property("logging.configuration", resource("jboss-json.properties"));
        } else {
            launch.property("log4j.configuration", resource("log4j-json.xml"));
        }
        app = launch.main("io.joblens.scenarios.PlainLines");
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
        assertThat(inside.has("own")).isFalse();
    }

    @Test
    void has_the_context_of_the_application_and_keeps_what_collides_under_a_prefix() {
        console.expectContext();
    }

    @Test
    void has_the_error_and_its_stack_with_causes_once() {
        JsonNode line = console.line("failed");
        assertThat(line.get("error").asText()).isEqualTo("the error");
        assertThat(line.get("error_stack").asText())
                .contains("RuntimeException: the error\n\tat io.joblens.scenarios.PlainLines.")
                .contains("\nCaused by: java.lang.IllegalStateException: the cause\n")
                .contains("[CIRCULAR REFERENCE: ");
    }

    @Test
    void spells_every_text_in_the_charset_of_the_appender() {
        String control = "control \u0000 \u001b[31m \"quotes\" \\ \r\n\t \u2028 \ud83d\ude00 \u00fc";
        assertThat(console.messages()).contains(control);
        if (!library.startsWith("log4j-2.")) {
            // The others make text of a line, and the appender encodes it.
            return;
        }
        JsonFile latin = JsonFile.of(logs.resolve("latin.log"), ISO_8859_1);
        assertThat(latin.messages()).startsWith("outside").contains(control).endsWith("the end");
        assertThat(latin.line("in the job").get("own").asText()).isEqualTo("mine");
    }

    @Test
    void leaves_documents_and_json_alone() throws IOException {
        assertThat(Files.readString(logs.resolve("lines.html"))).startsWith("<").contains(">the end<");
        assertThat(Files.readString(logs.resolve("by-hand.log"))).startsWith("{\"job\": \"\"}\n{\"job\": \"job-1\"}\n");
        assertThat(Files.readAllLines(logs.resolve("ecs.log")).get(0))
                .contains("\"outside\"")
                .doesNotContain("\"logger\":");
    }

    @Test
    void says_of_every_appender_what_was_decided() {
        assertThat(app.stderr().stream().filter(line -> line.startsWith("joblens: the application's log: ")))
                // Log4j 2 has a console until it has read its configuration.
                .hasSize(library.startsWith("log4j-2.") ? 6 : 5)
                .anyMatch(line -> line.endsWith(" is left alone, as its lines are JSON already"));
    }

    private static String resource(String name) {
        Path resource = ApplicationLogContract.resource(name);
        return resource.toUri().toString();
    }
}
