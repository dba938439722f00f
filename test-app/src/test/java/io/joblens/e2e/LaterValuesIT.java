package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Job methods whose results are there later, by the libraries that applications use for that. */
class LaterValuesIT {
    @ParameterizedTest(name = "Reactor {1} on {0}")
    @MethodSource("reactor")
    void ends_runs_with_the_values_of_reactor(Jvm jvm, String version) {
        try (ForkedApp app = Launch.on(jvm)
                .classPath(Neighbour.libraries("reactor-" + version))
                .main("io.joblens.scenarios.ReactorValues")) {
            app.awaitStdout("ready");
            Scrape scrape = app.scrape();
            assertThat(scrape.value("operation_failed_total{operation=\"step\"}"))
                    .isEqualTo(1);
            assertThat(app.applicationLines())
                    .contains(
                            "value ok",
                            "empty null",
                            "twice okok",
                            "null null",
                            "many [1, 2, 3]",
                            "publisher ok",
                            "object ok");
            assertThat(ends(app))
                    .containsOnly(
                            entry("mono", "completed"),
                            entry("empty", "completed"),
                            entry("refused", "failed"),
                            entry("error", "failed broken"),
                            entry("cancelled", "cancelled"),
                            entry("twice", "completed"),
                            entry("null", "completed"),
                            entry("flux", "completed"),
                            entry("flux-error", "failed broken"),
                            entry("flux-cancelled", "cancelled"),
                            entry("publisher", "completed"),
                            entry("object", "completed"));
        }
    }

    @ParameterizedTest(name = "RxJava {1} on {0}")
    @MethodSource("rxJava")
    void ends_runs_with_the_values_of_rxjava(Jvm jvm, String version) {
        try (ForkedApp app = Launch.on(jvm)
                .classPath(Neighbour.libraries("rxjava-" + version))
                .main("io.joblens.scenarios.RxValues")) {
            app.awaitStdout("ready");
            Map<String, String> expected = new TreeMap<>();
            for (String type : new String[] {"single", "maybe", "completable", "observable", "flowable"}) {
                expected.put(type, "completed");
                expected.put(type + "-error", "failed broken");
                expected.put(type + "-cancelled", "cancelled");
            }
            expected.put("single-refused", "failed");
            expected.put("maybe-empty", "completed");
            assertThat(ends(app)).containsExactlyInAnyOrderEntriesOf(expected);
            assertThat(app.applicationLines()).contains("value ok", "empty null", "many [1, 2]");
        }
    }

    @ParameterizedTest(name = "Guava {1} on {0}")
    @MethodSource("guava")
    void ends_runs_with_the_futures_of_guava(Jvm jvm, String version) {
        try (ForkedApp app = Launch.on(jvm)
                .classPath(Neighbour.libraries("guava-" + version))
                // From Java 24 on the JVM warns of what an old Guava does.
                .expectStderrWithout("joblens")
                .main("io.joblens.scenarios.GuavaValues")) {
            app.awaitStdout("ready");
            Scrape scrape = app.scrape();
            assertThat(scrape.value("job_processed_total{job_type=\"value\"}")).isEqualTo(6);
            assertThat(scrape.value("job_skipped_total{job_type=\"value\"}")).isEqualTo(1);
            assertThat(app.applicationLines())
                    .containsExactly(
                            "same object true", "cancelled true true", "same object true", "null null", "ready");
            assertThat(ends(app))
                    .containsOnly(
                            entry("later", "completed"),
                            entry("refused", "failed"),
                            entry("error", "failed broken"),
                            entry("cancelled", "cancelled"),
                            entry("already", "completed"),
                            entry("task", "completed"),
                            entry("null", "completed"));
        }
    }

    /** The status of each job, and the error. */
    private static Map<String, String> ends(ForkedApp app) {
        Map<String, String> ends = new TreeMap<>();
        for (JsonNode line : app.lifecycleLines()) {
            if (line.has("status") && line.has("job_id")) {
                String error = line.has("error") ? " " + line.get("error").asText() : "";
                String end = line.get("status").asText() + error;
                assertThat(ends.put(line.get("job_id").asText(), end)).isNull();
            }
        }
        return ends;
    }

    static Stream<Arguments> reactor() {
        return versions("3.4.0", "3.8.8");
    }

    static Stream<Arguments> rxJava() {
        return versions("3.0.0", "3.1.12");
    }

    static Stream<Arguments> guava() {
        return versions("19.0", "33.8.0-jre");
    }

    private static Stream<Arguments> versions(String... versions) {
        return Jvms.all().flatMap(jvm -> Stream.of(versions).map(version -> Arguments.of(jvm, version)));
    }
}
