package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.joblens.kit.Expression;
import io.joblens.kit.KitFile;
import io.joblens.kit.MetricsPage;
import io.joblens.kit.Prometheus;
import io.joblens.kit.Promtool;
import io.mangamotion.SampleChapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a real worker, and is asked everything that the operations kit and the documents ask. */
class PrometheusIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SIGTERM_STATUS = 143;
    /** About as many, that is; it depends on the collector and its pools. */
    private static final int SERIES_OF_A_JVM = 45;

    @TempDir
    private static Path root;

    private static ForkedApp app;
    private static Prometheus prometheus;

    /** Prometheus sees the series at 0 first, then twelve chapters. */
    @BeforeAll
    static void start() throws IOException {
        Path home = root.resolve("mangamotion");
        Launch launch = Launch.on(Jvms.own()).expectExit(SIGTERM_STATUS);
        app = launch.jar(Built.mangaMotion(), "--home", home.toString(), "--retry-delay", "1");
        app.awaitStdout("Watching");
        prometheus = Prometheus.start(Files.createDirectory(root.resolve("prometheus")), app.port());
        awaitValue("job_processed_total == 0");
        SampleChapters.main(new String[] {home.resolve("inbox").toString(), "12"});
        awaitValue("job_processed_total == 15 and job_skipped_total == 1");
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (app != null) {
            app.checkMetrics();
            app.handle().destroy();
            app.close();
        }
    }

    @Test
    void returns_data_for_every_expression_of_the_documents() {
        List<Expression> expressions = KitFile.documents().stream()
                .flatMap(document -> Expression.ofDocument(document).stream())
                .toList();
        assertThat(expressions).hasSizeGreaterThan(20);
        assertAllReturnData(expressions);
    }

    @Test
    void returns_data_for_every_query_of_the_dashboard() {
        List<Expression> expressions = Expression.ofDashboard(KitFile.of("grafana/dashboards/joblens.json"));
        assertThat(expressions).hasSizeGreaterThan(30);
        assertAllReturnData(expressions);
    }

    @Test
    void returns_data_for_every_recording_rule() {
        assertAllReturnData(Expression.ofRules(KitFile.of("prometheus/joblens.rules.yml")));
    }

    @Test
    void evaluates_every_alert_over_metrics_that_are_there() {
        List<Expression> alerts = Expression.ofRules(KitFile.of("prometheus/joblens.alerts.yml"));
        alerts.forEach(alert -> prometheus.query(alert.text()));
        assertAllReturnData(alerts.stream().flatMap(Expression::metrics).toList());
    }

    @Test
    void sees_all_rules_in_good_health_and_fires_what_there_is_reason_for() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> rules = KitFile.each(prometheus.rules().path("groups"))
                    .flatMap(group -> KitFile.each(group.path("rules")))
                    .toList();
            assertThat(rules)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(rule -> assertThat(rule.path("health").asText())
                            .as(rule.toString())
                            .isEqualTo("ok"));
            // One of the twelve chapters holds malware, two are corrupt.
            assertThat(rules)
                    .filteredOn(rule -> rule.path("state").asText().matches("firing|pending"))
                    .extracting(rule -> rule.path("name").asText())
                    .contains("JoblensInfectedFiles", "JoblensErrorRate", "JoblensDeadLettersGrowing")
                    .doesNotContain("JoblensQueueLong", "JoblensJobStuck", "JoblensJobSilent", "JoblensAgentErrors");
        });
    }

    @Test
    void refuses_what_the_documents_call_wrong() {
        for (String wrong : List.of(
                "rate(scan_infected_total[1m]) / rate(scan_clean_total[1m] + scan_infected_total[1m])",
                "rate(sum(job_processed_total)[5m])")) {
            assertThat(KitFile.of("docs/metrics.md").text()).contains("| `" + wrong + "` | Not PromQL");
            assertThatThrownBy(() -> prometheus.query(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keeps_exemplars_that_name_jobs_of_the_worker() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> ids = KitFile.each(prometheus.exemplars(
                            "histogram_quantile(0.95, sum by (le) (rate(job_processing_seconds_bucket[1m])))"))
                    .flatMap(series -> KitFile.each(series.path("exemplars")))
                    .map(exemplar -> exemplar.at("/labels/job_id").asText())
                    .toList();
            assertThat(ids).isNotEmpty().allMatch(id -> id.matches("user-\\d_chapter-\\d{3}"));
        });
    }

    @Test
    void shows_metrics_in_which_promtool_finds_nothing_to_mend() throws Exception {
        new Promtool().acceptsMetrics(app.scrape().text());
    }

    @Test
    void shows_the_metrics_that_the_reference_describes_and_no_others() {
        MetricsPage page = MetricsPage.read();
        String text = app.scrape().text();
        assertThat(page.described()).containsAllEntriesOf(MetricsPage.shown(text));
        assertThat(MetricsPage.shown(text)).containsAllEntriesOf(page.describedOfJobs());
        // What else there is depends on the system, and on the JVM.
        assertThat(MetricsPage.shown(text)).containsKeys("process_cpu_seconds_total", "jvm_memory_used_bytes");
        assertThat(MetricsPage.boundsShown(text)).containsAllEntriesOf(page.bounds());
    }

    @Test
    void shows_as_many_series_as_operations_reckons_with() {
        Scrape scrape = app.scrape();
        String operations = KitFile.of("docs/operations.md").text();
        assertThat(operations)
                .contains("| job type | " + count(scrape, "{job_type=\"chapter\"") + " |")
                .contains("| scan | " + count(scrape, "{scan=\"clamav\"") + " |")
                .contains("| operation | " + count(scrape, "{operation=\"encode\"") + " |")
                .contains("| 1 JVM, 1 type, 1 scan, 2 operations (MangaMotion) | "
                        + (MetricsPage.ofJobs(scrape.samples().keySet()) + SERIES_OF_A_JVM) + " |");
    }

    private static long count(Scrape scrape, String labels) {
        return scrape.samples().keySet().stream()
                .filter(series -> series.contains(labels))
                .count();
    }

    private static void awaitValue(String expression) {
        await(expression)
                .atMost(PATIENCE)
                .until(() -> !prometheus.query(expression).isEmpty());
    }

    /** Expects all to be valid at once, and to have a value as soon as two scrapes and an evaluation of the rules are through. */
    private static void assertAllReturnData(List<Expression> expressions) {
        List<Expression> without = new ArrayList<>(expressions);
        await().atMost(PATIENCE).untilAsserted(() -> {
            without.removeIf(PrometheusIT::returnsData);
            assertThat(without).as("expressions that return nothing").isEmpty();
        });
    }

    private static boolean returnsData(Expression expression) {
        try {
            return !prometheus.query(expression.text()).isEmpty();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(expression + ": " + e.getMessage(), e);
        }
    }
}
