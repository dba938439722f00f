package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.JobStats;
import io.joblens.bootstrap.metrics.Registry;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The Prometheus project's own client, given the same samples, must say the same. */
class OracleTest {
    private static final Pattern PAIR = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");
    private static final List<String> TYPES = List.of(
            "video",
            "with \"quotes\"",
            "back\\slash",
            "two\nlines",
            "naïve 動画 🎞",
            "a,b={c}",
            "trailing\\",
            "\\n is not a line");
    /** Bounds of waiting times, which the oracle is not given. */
    private static final Set<String> DAY = Set.of("300.0", "900.0", "3600.0", "14400.0", "86400.0");

    private static final String[] SHARED = {
        "job_processed", "job_failed", "job_processing_seconds", "job_attempts", "queue_length"
    };

    private final PrometheusRegistry theirs = new PrometheusRegistry();
    private final Random random = new Random(42);

    @Test
    void says_the_same_for_labels_of_every_kind() throws IOException {
        Registry ours = Measured.registry(Map.of("region", "eu \"west\""));
        fill(ours, TYPES, "job_type", "region");
        assertThat(samples(Measured.prometheus(ours)))
                .isEqualTo(samples(oracle()))
                .containsKey("job_processed_total{job_type=two\nlines, region=eu \"west\"}");
        assertThat(metadata(Measured.prometheus(ours))).isEqualTo(metadata(oracle()));
    }

    @Test
    void says_the_same_in_OpenMetrics() throws IOException {
        Registry ours = Measured.registry(Map.of("region", "eu \"west\""));
        fill(ours, TYPES, "job_type", "region");
        String text = Measured.openMetrics(ours);
        String oracle = openMetricsOracle();
        assertThat(samples(text)).isEqualTo(samples(oracle));
        assertThat(metadata(text)).isEqualTo(metadata(oracle)).contains("# TYPE job_processed counter");
        assertThat(bounds(text)).isEqualTo(bounds(oracle)).contains("1.0", "0.5", "+Inf");
        assertThat(text).endsWith("\n# EOF\n");
        assertThat(oracle).endsWith("\n# EOF\n");
    }

    @Test
    void says_the_same_exemplars() throws IOException {
        Registry ours = Measured.registry();
        ours.keepExemplars();
        Histogram seconds = seconds("job_type");
        Map<Double, String> ids = Map.of(0.25, "a-1", 1.5, "naïve 動画 🎞", 100.25, "a \"quoted\" \\ id\non two lines");
        // One type each, as the oracle takes an exemplar of a series every 90 ms at most.
        ids.forEach((took, id) -> {
            ours.job("took-" + took).processed(0, Math.round(took * 1e9), 1, false, 1, id);
            seconds.labelValues("took-" + took).observeWithExemplar(took, Labels.of("job_id", id));
        });
        assertThat(exemplars(Measured.openMetrics(ours))).hasSize(3).isEqualTo(exemplars(openMetricsOracle()));
    }

    /** The lines that have one, without the time at which it was taken. */
    private static Set<String> exemplars(String text) {
        return text.lines()
                .filter(line -> line.startsWith("job_processing_seconds_bucket") && line.contains(" # {"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static Set<String> bounds(String text) {
        return Pattern.compile("le=\"([^\"]*)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(bound -> !DAY.contains(bound))
                .collect(Collectors.toSet());
    }

    @Test
    void says_the_same_without_labels() throws IOException {
        Registry ours = Measured.registry();
        fill(ours, Collections.singletonList(null));
        assertThat(samples(Measured.prometheus(ours))).isEqualTo(samples(oracle()));
    }

    private void fill(Registry ours, List<String> types, String... labels) {
        Counter processed = counter("job_processed_total", "Total number of jobs processed", labels);
        Counter failed = counter("job_failed_total", "Total number of jobs failed", labels);
        Histogram seconds = seconds(labels);
        Histogram attempts = Histogram.builder()
                .name("job_attempts")
                .help("Job attempt count")
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(1, 2, 3, 5)
                .register(theirs);
        for (String type : types) {
            JobStats job = ours.job(type);
            String[] values = labels.length == 0 ? new String[0] : new String[] {type, "eu \"west\""};
            processed.labelValues(values);
            failed.labelValues(values);
            for (int i = 0; i < 500; i++) {
                // Halves of powers of two add up without rounding on both sides; 100 s exceed the last bound.
                long nanos = random.nextInt(400) * 250_000_000L;
                int attempt = 1 + random.nextInt(7);
                boolean fails = random.nextInt(10) == 0;
                job.processed(i, nanos, attempt, fails, i, null);
                processed.labelValues(values).inc();
                failed.labelValues(values).inc(fails ? 1 : 0);
                seconds.labelValues(values).observe(nanos / 1e9);
                attempts.labelValues(values).observe(attempt);
            }
        }
        Gauge queue = Gauge.builder()
                .name("queue_length")
                .help("Current queue length")
                .labelNames(labels.length == 0 ? labels : new String[] {"region"})
                .register(theirs);
        ours.gauge("queue_length", "Current queue length").add(() -> 12.75);
        queue.labelValues(labels.length == 0 ? new String[0] : new String[] {"eu \"west\""})
                .set(12.75);
    }

    private Histogram seconds(String... labels) {
        return Histogram.builder()
                .name("job_processing_seconds")
                .help("Job processing duration in seconds")
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(0.1, 0.5, 1, 2, 5, 10, 30, 60)
                .register(theirs);
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(theirs);
    }

    private String oracle() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, theirs.scrape());
        return out.toString(StandardCharsets.UTF_8);
    }

    private String openMetricsOracle() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpenMetricsTextFormatWriter.create().write(out, theirs.scrape());
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Name and labels, sorted, with the value. */
    private static Map<String, Double> samples(String text) {
        Map<String, Double> samples = new TreeMap<>();
        for (String line : lines(text, false)) {
            int space = line.lastIndexOf(' ');
            String series = line.substring(0, space);
            int brace = series.indexOf('{');
            Map<String, String> labels = new TreeMap<>();
            if (brace >= 0) {
                assertThat(series).endsWith("}");
                labels = labels(series.substring(brace + 1, series.length() - 1));
            }
            String value = line.substring(space + 1).replace("Inf", "Infinity");
            String key = (brace < 0 ? series : series.substring(0, brace)) + labels;
            assertThat(samples.put(key, Double.parseDouble(value))).as(key).isNull();
        }
        assertThat(samples).isNotEmpty();
        return samples;
    }

    private static Map<String, String> labels(String pairs) {
        Map<String, String> labels = new TreeMap<>();
        Matcher pair = PAIR.matcher(pairs);
        int end = 0;
        while (pair.find()) {
            assertThat(pair.start()).isEqualTo(end);
            end = pair.end();
            String value = unescaped(pair.group(2));
            labels.put(pair.group(1), pair.group(1).equals("le") ? Double.toString(bound(value)) : value);
        }
        assertThat(end).isEqualTo(pairs.length());
        return labels;
    }

    private static String unescaped(String value) {
        return Pattern.compile("\\\\(.)")
                .matcher(value)
                .replaceAll(escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
    }

    private static double bound(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    private static List<String> metadata(String text) {
        return lines(text, true).stream().sorted().collect(Collectors.toList());
    }

    private static List<String> lines(String text, boolean comments) {
        assertThat(text).endsWith("\n");
        return text.lines()
                .filter(line -> line.startsWith("#") == comments)
                .filter(line -> {
                    String name = line.equals("# EOF") ? line : comments ? line.split(" ")[2] : line;
                    for (String shared : SHARED) {
                        if (name.startsWith(shared)) {
                            return true;
                        }
                    }
                    return false;
                })
                .collect(Collectors.toList());
    }
}
