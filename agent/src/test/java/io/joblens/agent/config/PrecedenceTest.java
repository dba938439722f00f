package io.joblens.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {

    @TempDir
    private Path folder;

    @Test
    void the_higher_source_decides() {
        Reading reading = Reading.of().yaml(folder, "log: {level: error}\n");
        assertLevel(reading, "error");
        assertLevel(reading.variable("LOG_LEVEL", "warn"), "warn");
        assertLevel(reading.variable("JOBLENS_LOG_LEVEL", "info"), "info");
        assertLevel(reading.property("joblens.log.level", "debug"), "debug");
        assertLevel(reading.arguments("log.level=warn"), "warn");
    }

    private static void assertLevel(Reading reading, String level) {
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().text(Option.LOG_LEVEL)).isEqualTo(level);
    }

    @Test
    void a_wrong_value_falls_back_to_the_next_source_that_has_a_right_one() {
        Reading reading = Reading.of()
                .arguments("http.port=x")
                .property("joblens.http.port", "99999")
                .variable("JOBLENS_HTTP_PORT", "-1")
                .yaml(folder, "http:\n  port: 8080\n");

        String takes = "; it takes a whole number from 0 to 65535; using 8080";
        assertThat(reading.problems())
                .containsExactly(
                        "agent argument, column 11: http.port is x" + takes,
                        "system property joblens.http.port: http.port is 99999" + takes,
                        "environment JOBLENS_HTTP_PORT: http.port is -1" + takes);
        assertThat(reading.load().number(Option.HTTP_PORT)).isEqualTo(8080);
    }

    @Test
    void a_wrong_value_below_a_right_one_is_still_named() {
        Reading reading = Reading.of().arguments("runs.max-age=7d").variable("JOBLENS_RUNS_MAX_AGE", "1w");
        assertThat(reading.problems())
                .containsExactly("environment JOBLENS_RUNS_MAX_AGE: runs.max-age is 1w;"
                        + " it takes a duration from 1s to 365d such as 30s, 5m, 24h or 7d; using 7d");
    }

    @Test
    void the_seeds_name_stands_in_for_a_wrong_name_of_ours() {
        Reading reading = Reading.of().variable("JOBLENS_LOG_LEVEL", "loud").variable("LOG_LEVEL", "ERROR");
        assertThat(reading.problems())
                .containsExactly("environment JOBLENS_LOG_LEVEL: log.level is loud;"
                        + " it takes debug, info, warn or error; using error");
    }
}
