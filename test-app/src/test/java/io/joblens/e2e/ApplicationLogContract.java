package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/**
 * What every logging library has to pass: the fields of the job are in the application's log lines, and nothing else has
 * changed. A library writes each event three times, to stdout: {@code MESSAGE own=… user=… type=… [JOB]}; through its
 * asynchronous appender, {@code async MESSAGE [JOB]}; and as JSON with a common encoder.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApplicationLogContract {
    private ForkedApp app;

    /** The agent and, on the class path and configured, the library with SLF4J and its encoder. */
    abstract Launch launch();

    /** As {@link #launch}, where the library is the server's and has no memory of its own of who logs. */
    Launch deploymentLaunch() {
        return launch();
    }

    /** Where a line of the library's JSON has the context data. */
    JsonNode context(JsonNode line) {
        return line;
    }

    /** One run for all tests; it is started here, where the parameters are known. */
    @BeforeEach
    void run() {
        if (app != null) {
            return;
        }
        app = launch().main("io.joblens.scenarios.LogLines");
        app.awaitStdout("own context after");
        // Not every library writes what its asynchronous appenders hold when the JVM ends.
        app.awaitStdout("async outside after");
    }

    @AfterParameterizedClassInvocation
    void end() {
        app.close();
        app = null;
    }

    @Test
    void has_the_fields_of_the_job_in_its_lines() {
        assertThat(plain("bare")).isEqualTo("bare own= user=user-1 type=outer [job-1]");
    }

    @Test
    void lets_the_values_of_the_application_win() {
        assertThat(plain("with own values")).isEqualTo("with own values own=mine user=theirs type=outer [job-1]");
    }

    @Test
    void leaves_the_context_of_the_application_as_it_was() {
        assertThat(app.stdout())
                .contains("own context inside {own=mine, user_id=theirs}")
                .contains("own context after {}");
    }

    @Test
    void keeps_the_fields_when_the_application_clears_its_context() {
        assertThat(plain("cleared")).isEqualTo("cleared own= user=user-1 type=outer [job-1]");
    }

    @Test
    void shows_the_inner_job_while_it_runs() {
        assertThat(plain("nested")).endsWith("type=inner [job-2]");
        assertThat(plain("outer again")).endsWith("type=outer [job-1]");
    }

    @Test
    void has_no_fields_outside_of_jobs() {
        assertThat(plain("outside before")).isEqualTo("outside before own= user= type= []");
        assertThat(plain("outside after")).isEqualTo("outside after own= user= type= []");
    }

    @Test
    void keeps_the_fields_of_the_logging_thread_in_asynchronous_appenders() {
        assertThat(app.stdout().stream().filter(line -> line.startsWith("async")))
                .containsExactly(
                        "async outside before []",
                        "async bare [job-1]",
                        "async with own values [job-1]",
                        "async cleared [job-1]",
                        "async nested [job-2]",
                        "async outer again [job-1]",
                        "async outside after []");
    }

    @Test
    void has_the_fields_in_json() {
        assertThat(json("with own values")).isNotEmpty().allSatisfy(line -> {
            assertThat(context(line).get("job_id").asText()).isEqualTo("job-1");
            assertThat(context(line).get("job_type").asText()).isEqualTo("outer");
            assertThat(context(line).get("user_id").asText()).isEqualTo("theirs");
            assertThat(context(line).get("own").asText()).isEqualTo("mine");
        });
        assertThat(json("outside after")).isNotEmpty().noneMatch(line -> line.findValue("job_id") != null);
    }

    @Test
    void lets_go_of_a_deployment_that_has_logged_in_jobs() {
        try (ForkedApp redeployment = deploymentLaunch().main("io.joblens.scenarios.Redeployment")) {
            redeployment.awaitStdout("deployed");
            redeployment.send("");
            redeployment.awaitStdout("collected");
        }
    }

    private String plain(String message) {
        return app.stdout().stream()
                .filter(line -> line.startsWith(message + " own="))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> json(String message) {
        return app.stdout().stream()
                .filter(line -> line.startsWith("{") && line.contains("\"" + message + "\""))
                .map(ForkedApp::parse)
                .toList();
    }

    static Path resource(String name) {
        try {
            return Path.of(ApplicationLogContract.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
