package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.jvm.JvmMetrics;
import io.joblens.bootstrap.metrics.Registry;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of the JVM has the names, types and labels that the Prometheus project's own client gives them. */
class JvmOracleTest {
    private final Registry ours = Measured.registry();
    private final PrometheusRegistry theirs = new PrometheusRegistry();

    @BeforeEach
    void ask_both() {
        ours.also(new JvmMetrics("1.2.3"));
        io.prometheus.metrics.instrumentation.jvm.JvmMetrics.builder().register(theirs);
    }

    @Test
    void says_the_same_series_in_the_plain_format() throws IOException {
        ByteArrayOutputStream oracle = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(oracle, theirs.scrape());
        expectPart(Measured.prometheus(ours), oracle.toString(Response.UTF_8));
    }

    @Test
    void says_the_same_series_in_OpenMetrics() throws IOException {
        ByteArrayOutputStream oracle = new ByteArrayOutputStream();
        OpenMetricsTextFormatWriter.create().write(oracle, theirs.scrape());
        expectPart(Measured.openMetrics(ours), oracle.toString(Response.UTF_8));
    }

    @Test
    void says_the_same_of_what_does_not_change() throws IOException {
        ByteArrayOutputStream oracle = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(oracle, theirs.scrape());
        for (String name :
                Set.of("process_start_time_seconds", "process_max_fds", "jvm_memory_max_bytes{area=\"heap\"}")) {
            assertThat(value(name, Measured.prometheus(ours))).isEqualTo(value(name, oracle.toString(Response.UTF_8)));
        }
    }

    /** A Pushgateway has families of that name, too, and complains of any other help. */
    @Test
    void has_the_same_help_for_the_process() throws IOException {
        ByteArrayOutputStream oracle = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(oracle, theirs.scrape());
        Predicate<String> helps = line -> line.startsWith("# HELP process_");
        assertThat(lines(Measured.prometheus(ours), helps))
                .isNotEmpty()
                .isEqualTo(lines(oracle.toString(Response.UTF_8), helps));
    }

    @Test
    void says_which_version_it_is() {
        assertThat(Measured.prometheus(ours))
                .contains("# TYPE joblens_build_info gauge\njoblens_build_info{version=\"1.2.3\"} 1\n");
        assertThat(Measured.openMetrics(ours)).contains("# TYPE joblens_build info\n");
    }

    @Test
    void gives_every_series_the_constant_labels() {
        Registry labelled = Measured.registry(Map.of("region", "eu"));
        labelled.also(new JvmMetrics("1.2.3"));
        assertThat(lines(Measured.prometheus(labelled), line -> !line.startsWith("#")))
                .allMatch(line -> line.contains("region=\"eu\"}"));
    }

    @Test
    void leaves_out_families_that_nobody_asks_for() {
        assertThat(lines(
                        Measured.scrape(ours, "name[]=jvm_gc_collection_seconds_count", Map.of()),
                        line -> line.startsWith("# TYPE")))
                .containsExactly("# TYPE jvm_gc_collection_seconds summary");
    }

    @Test
    void shows_in_JSON_what_is_one_number() {
        assertThat(Measured.json(ours))
                .contains("\"process_cpu_seconds_total\":", "\"jvm_threads_current\":")
                .doesNotContain("_info", "jvm_gc", "jvm_memory");
    }

    /** All series of ours and all types but what is ours alone, and nothing of theirs that has no value. */
    private static void expectPart(String text, String oracle) {
        Predicate<String> shared = line -> line.startsWith("jvm_") || line.startsWith("process_");
        assertThat(series(text, shared)).hasSizeGreaterThan(25).isSubsetOf(series(oracle, shared));
        Predicate<String> types = line -> line.startsWith("# TYPE jvm_") || line.startsWith("# TYPE process_");
        assertThat(lines(text, types)).hasSizeGreaterThan(18).isSubsetOf(lines(oracle, types));
    }

    private static String value(String series, String text) {
        String line =
                lines(text, found -> found.startsWith(series + " ")).iterator().next();
        // Client_java writes doubles as Java does.
        return String.valueOf(Double.parseDouble(line.substring(series.length() + 1)));
    }

    private static Set<String> series(String text, Predicate<String> wanted) {
        Set<String> series = new TreeSet<>();
        lines(text, wanted).forEach(line -> series.add(line.substring(0, line.lastIndexOf(' '))));
        return sortedLabels(series);
    }

    private static Set<String> sortedLabels(Set<String> series) {
        Set<String> sorted = new TreeSet<>();
        for (String one : series) {
            int brace = one.indexOf('{');
            sorted.add(brace < 0 ? one : one.substring(0, brace) + labels(one.substring(brace + 1, one.length() - 1)));
        }
        return sorted;
    }

    private static Set<String> labels(String pairs) {
        return new TreeSet<>(Set.of(pairs.split("(?<=\"),")));
    }

    private static Set<String> lines(String text, Predicate<String> wanted) {
        Set<String> lines = new TreeSet<>();
        text.lines().filter(wanted).forEach(lines::add);
        return lines;
    }
}
