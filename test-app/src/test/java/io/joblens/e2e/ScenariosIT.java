package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All scenarios in one application that has not even the annotations on its class path, told by annotations and, once more,
 * by rules: one table for both, so that what is added to it has to be said by both.
 */
@ParameterizedClass(name = "{0}, {1}")
@MethodSource("io.joblens.e2e.Source#onEveryJvm")
class ScenariosIT {
    private static final ScenarioTable TABLE = ScenarioTable.read();
    private static final String MAIN = "io.joblens.scenarios.Scenarios";

    private static ForkedApp app;
    private static Scrape scrape;
    private static JsonNode json;
    private static JsonNode probes;

    @Parameter(0)
    Jvm jvm;

    @Parameter(1)
    Source source;

    @BeforeParameterizedClassInvocation
    static void start(Jvm jvm, Source source) {
        app = source.on(jvm).main(MAIN);
        app.awaitStdout("ready");
        scrape = app.scrape();
        json = app.json();
        probes = ForkedApp.parse(app.get("/api/probes").body());
    }

    @AfterParameterizedClassInvocation
    static void end() {
        app.close();
    }

    @Test
    void counts_what_the_table_says() {
        TABLE.checkMetrics(scrape);
    }

    @Test
    void writes_the_lines_of_the_table() {
        TABLE.checkLines(app.lifecycleLines());
    }

    @Test
    void counts_the_ends_that_met_no_run() {
        // One end of a job that was never started, one of a job that had ended.
        assertThat(scrape.value("joblens_unmatched_ends_total")).isEqualTo(2);
    }

    @Test
    void knows_what_it_counts_from_this_source_alone() {
        assertThat(probes.path("problems")).isEmpty();
        assertThat(probes.path("rules"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.path("source").asText().startsWith("@"))
                        .as(rule.toString())
                        .isEqualTo(source == Source.ANNOTATIONS));
    }

    @Test
    void leaves_the_label_out_where_there_is_no_type() {
        assertThat(scrape.text().lines()).contains("job_processed_total 1");
    }

    @Test
    void sums_all_types_in_the_json() {
        assertThat(json.at("/counters/job_processed_total").asDouble()).isEqualTo(scrape.sum("job_processed_total"));
        assertThat(json.at("/counters/job_failed_total").asDouble()).isEqualTo(scrape.sum("job_failed_total"));
        assertThat(json.at("/histograms/job_attempts/count").asDouble()).isEqualTo(scrape.sum("job_attempts_count"));
        assertThat(json.at("/gauges/active_jobs").asDouble()).isZero();
    }

    @Test
    void tells_where_a_failure_came_from() {
        JsonNode failed = app.lifecycleLines().stream()
                .filter(line -> "x1".equals(line.path("job_id").asText()) && line.has("error"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.get("error_stack").asText())
                .startsWith("java.io.IOException: checked")
                .contains("io.joblens.scenarios.Throwing.checked(Throwing.java:");
    }

    @Test
    void leaves_what_the_application_prints_as_it_is_without_the_agent() {
        assertThat(app.applicationLines()).isEqualTo(linesWithoutAgent());
    }

    @Test
    void is_the_same_with_the_annotations_on_the_class_path() {
        try (ForkedApp withApi = source.on(jvm).classPath(Built.api()).main(MAIN)) {
            withApi.awaitStdout("ready");
            TABLE.checkMetrics(withApi.scrape());
            assertThat(withApi.applicationLines()).isEqualTo(app.applicationLines());
        }
    }

    private List<String> linesWithoutAgent() {
        try (ForkedApp alone = Launch.withoutAgentOn(jvm).main(MAIN)) {
            return alone.stdout();
        }
    }
}
