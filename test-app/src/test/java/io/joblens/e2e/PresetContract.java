package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** What every preset keeps to: its framework in an unmodified application is counted exactly, unless somebody says no. */
abstract class PresetContract {
    private static final List<String> COUNTERS = List.of(
            "job_processed_total",
            "job_failed_total",
            "job_retries_total",
            "scan_clean_total",
            "scan_infected_total",
            "scan_failed_total");

    private final String preset;

    PresetContract(String preset) {
        this.preset = preset;
    }

    /**
     * An application, and a framework's libraries to run it with.
     *
     * @param libraries a folder of {@code neighbours.txt}
     * @param leastJava what the libraries need
     * @param counted every counter that is not 0 afterwards, written as in the exposition
     * @param ownCounted those that the application's own annotations count
     */
    record Application(
            String mainClass,
            String libraries,
            int leastJava,
            Map<String, Double> counted,
            Map<String, Double> ownCounted) {}

    /** The same applications with the oldest and the newest supported versions. */
    abstract List<Application> applications();

    /** What the applications are started with. */
    String[] arguments() {
        return new String[0];
    }

    /** What the lifecycle lines say of the jobs or scans. */
    abstract void assertLines(Application application, List<JsonNode> lines);

    @OnEveryJvm
    void counts_every_call_once(Jvm jvm) {
        run(jvm, launch -> launch, (application, app) -> {
            assertThat(counters(app, application.counted())).isEqualTo(application.counted());
            JsonNode probes = probes(app);
            assertThat(state(probes)).isEqualTo("active");
            assertThat(StreamSupport.stream(probes.path("rules").spliterator(), false)
                            .filter(rule -> rule.path("source").asText().startsWith("preset " + preset + ".yaml:"))
                            .filter(rule -> !rule.path("woven").isEmpty()))
                    .as(probes.toPrettyString())
                    .isNotEmpty();
            assertThat(probes.path("problems")).isEmpty();
            assertLines(application, app.lifecycleLines());
        });
    }

    @OnEveryJvm
    void counts_nothing_when_switched_off(Jvm jvm) {
        run(jvm, launch -> launch.option("presets." + preset, "false"), (application, app) -> {
            assertThat(counters(app, application.ownCounted())).isEqualTo(application.ownCounted());
            assertThat(state(probes(app))).isEqualTo("off");
        });
    }

    @OnEveryJvm
    void waits_where_its_framework_is_absent(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm).main("io.joblens.scenarios.RulesOnly")) {
            app.awaitStdout("ready");
            JsonNode probes = probes(app);
            assertThat(state(probes)).isEqualTo("waiting");
            assertThat(probes.path("rules").toString()).doesNotContain("preset ");
        }
    }

    private void run(Jvm jvm, UnaryOperator<Launch> options, BiConsumer<Application, ForkedApp> check) {
        for (Application application : applications()) {
            if (jvm.feature() < application.leastJava()) {
                continue;
            }
            Launch launch = Launch.on(jvm).expectStderrWithout("joblens: ");
            try (ForkedApp app = options.apply(launch)
                    .classPath(Neighbour.libraries(application.libraries()))
                    .main(application.mainClass(), arguments())) {
                app.awaitStdout("ready");
                check.accept(application, app);
            }
        }
    }

    /** Every counter that is not 0, as soon as there is as much as is expected. */
    static Map<String, Double> counters(ForkedApp app, Map<String, Double> expected) {
        double sum = expected.values().stream().mapToDouble(Double::doubleValue).sum();
        return counters(app.scrape(scrape -> counters(scrape).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                >= sum));
    }

    private static Map<String, Double> counters(Scrape scrape) {
        Map<String, Double> counters = new TreeMap<>(scrape.samples());
        counters.entrySet().removeIf(sample -> {
            int labels = sample.getKey().indexOf('{');
            String name = labels < 0 ? sample.getKey() : sample.getKey().substring(0, labels);
            return sample.getValue() == 0 || !COUNTERS.contains(name);
        });
        return counters;
    }

    private static JsonNode probes(ForkedApp app) {
        return ForkedApp.parse(app.get("/api/probes").body());
    }

    private String state(JsonNode probes) {
        return StreamSupport.stream(probes.path("presets").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(preset))
                .findFirst()
                .orElseThrow(() -> new AssertionError(probes))
                .path("state")
                .asText();
    }

    /** The lines of one message and type. */
    static List<JsonNode> lines(List<JsonNode> lines, String message, String field, String value) {
        return lines.stream()
                .filter(line -> line.path("message").asText().equals(message))
                .filter(line -> line.path(field).asText().equals(value))
                .toList();
    }
}
