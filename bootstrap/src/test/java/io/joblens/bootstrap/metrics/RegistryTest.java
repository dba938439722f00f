package io.joblens.bootstrap.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final long SECOND = 1_000_000_000;

    private final ManualClock clock = new ManualClock(-SECOND, 1_700_000_000_000L);
    private final List<String> exhausted = new ArrayList<>();

    @Test
    void shows_a_gauge_as_long_as_something_feeds_it() {
        Registry registry = registry(Map.of(), 10);
        Gauge.Source one = () -> 1;
        Gauge.Source two = () -> 2;
        registry.gauge("own", "Own").add(one);
        registry.gauge("own", "Own").add(two);

        registry.removeGauge("own", one);
        assertThat(Collected.from(registry).families).extracting(Family::name).contains("own");
        registry.removeGauge("own", two);
        registry.removeGauge("own", two);
        assertThat(Collected.from(registry).families).extracting(Family::name).doesNotContain("own");
        assertThat(registry.gauges()).isEmpty();
    }

    @Test
    void is_empty_until_something_of_the_application_is_in_it() {
        Registry own = registry(Map.of(), 10);
        own.counter(Family.counter("joblens_errors_total", "Errors"), new LongAdder());
        assertThat(own.isEmpty()).isTrue();

        List<Consumer<Registry>> somethings = List.of(
                registry -> registry.job(null),
                registry -> registry.scan("clamav"),
                registry -> registry.operation("encode"),
                registry -> registry.gauge("queue_length", "Current queue length"));
        for (Consumer<Registry> something : somethings) {
            Registry registry = registry(Map.of(), 10);
            something.accept(registry);
            assertThat(registry.isEmpty()).isFalse();
        }
    }

    @Test
    void shows_the_families_in_order_with_their_help() {
        Registry registry = registry(Map.of(), 10);
        registry.gauge("queue_length", "Current queue length");
        registry.gauge("failed_jobs_dlq", "Current number of failed jobs in DLQ");
        registry.counter(Family.counter("joblens_errors_total", "Errors"), new LongAdder());

        Collected collected = Collected.from(registry);

        assertThat(collected.families)
                .extracting(Family::name)
                .containsExactly(
                        "job_processed_total",
                        "job_failed_total",
                        "job_skipped_total",
                        "job_created_total",
                        "job_retries_total",
                        "job_abandoned_total",
                        "scan_clean_total",
                        "scan_infected_total",
                        "scan_failed_total",
                        "operation_failed_total",
                        "joblens_errors_total",
                        "queue_length",
                        "failed_jobs_dlq",
                        "active_jobs",
                        "job_oldest_active_seconds",
                        "job_last_success_timestamp_seconds",
                        "job_processing_seconds",
                        "job_attempts",
                        "job_wait_seconds",
                        "scan_seconds",
                        "operation_seconds");
        assertThat(collected.families)
                .extracting(Family::help)
                .contains(
                        "Total number of jobs processed",
                        "Total number of jobs failed",
                        "Total number of jobs skipped",
                        "Total number of clean scans",
                        "Total number of infected files detected",
                        "Job processing duration in seconds",
                        "Job attempt count",
                        "Current queue length",
                        "Current number of active jobs",
                        "Current number of failed jobs in DLQ");
        assertThat(collected.families)
                .allSatisfy(family -> assertThat(family.type() == Family.Type.COUNTER)
                        .isEqualTo(family.name().endsWith("_total")));
    }

    @Test
    void has_a_series_at_zero_from_the_moment_it_is_asked_for() {
        Registry registry = registry(Map.of(), 10);
        registry.job("video");
        registry.scan("clamav");
        registry.operation("upload");

        Collected collected = Collected.from(registry);

        assertThat(collected.value("job_processed_total{job_type=\"video\"}")).isZero();
        assertThat(collected.value("scan_clean_total{scan=\"clamav\"}")).isZero();
        assertThat(collected.value("operation_failed_total{operation=\"upload\"}"))
                .isZero();
        assertThat(collected.value("job_last_success_timestamp_seconds{job_type=\"video\"}"))
                .isZero();
        assertThat(collected.histogram("job_wait_seconds{job_type=\"video\"}").count())
                .isZero();
    }

    @Test
    void counts_processed_runs_and_failed_ones_among_them() {
        Registry registry = registry(Map.of(), 10);
        JobStats stats = registry.job(null);
        stats.processed(0, 2 * SECOND, 1, false, clock.nanoTime(), null);
        stats.processed(1, SECOND, 3, true, clock.nanoTime(), null);
        stats.skipped();
        stats.created();
        stats.retried();
        stats.abandoned();
        stats.waited(0, 3600 * SECOND, clock.nanoTime(), null);
        stats.waited(0, -5, clock.nanoTime(), null);

        Collected collected = Collected.from(registry);

        assertThat(collected.value("job_processed_total")).isEqualTo(2);
        assertThat(collected.value("job_failed_total")).isEqualTo(1);
        assertThat(collected.value("job_skipped_total")).isEqualTo(1);
        assertThat(collected.value("job_created_total")).isEqualTo(1);
        assertThat(collected.value("job_retries_total")).isEqualTo(1);
        assertThat(collected.value("job_abandoned_total")).isEqualTo(1);
        assertThat(collected.histogram("job_processing_seconds").sum()).isEqualTo(3);
        assertThat(collected.histogram("job_attempts").sum()).isEqualTo(4);
        assertThat(collected.histogram("job_wait_seconds").inBucket(9)).isEqualTo(1);
        assertThat(collected.histogram("job_wait_seconds").sum()).isEqualTo(3600);
    }

    @Test
    void counts_scans_and_operations() {
        Registry registry = registry(Map.of(), 10);
        ScanStats scan = registry.scan("");
        scan.scanned(0, SECOND, ScanStats.Verdict.CLEAN, 0, null);
        scan.scanned(0, SECOND, ScanStats.Verdict.INFECTED, 0, null);
        scan.scanned(0, SECOND, ScanStats.Verdict.INFECTED, 0, null);
        scan.scanned(0, SECOND, ScanStats.Verdict.FAILED, 0, null);
        registry.operation("upload").ended(0, SECOND, true, 0, null);
        registry.operation("upload").ended(0, SECOND, false, 0, null);

        Collected collected = Collected.from(registry);

        assertThat(collected.value("scan_clean_total")).isEqualTo(1);
        assertThat(collected.value("scan_infected_total")).isEqualTo(2);
        assertThat(collected.value("scan_failed_total")).isEqualTo(1);
        assertThat(collected.histogram("scan_seconds").count()).isEqualTo(4);
        assertThat(collected.value("operation_failed_total{operation=\"upload\"}"))
                .isEqualTo(1);
        assertThat(collected
                        .histogram("operation_seconds{operation=\"upload\"}")
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void says_when_a_run_last_completed() {
        Registry registry = registry(Map.of(), 10);
        JobStats stats = registry.job("video");
        stats.processed(0, 1, 1, false, clock.nanoTime(), null);
        stats.processed(0, 1, 1, true, clock.nanoTime() + SECOND, null);
        clock.advance(90 * SECOND);

        assertThat(Collected.from(registry).value("job_last_success_timestamp_seconds{job_type=\"video\"}"))
                .isEqualTo(1_700_000_000.0);
    }

    @Test
    void keeps_the_later_of_two_successes_that_are_recorded_in_the_wrong_order() {
        Registry registry = registry(Map.of(), 10);
        JobStats stats = registry.job("video");
        stats.processed(0, 1, 1, false, clock.nanoTime() + SECOND, null);
        stats.processed(0, 1, 1, false, clock.nanoTime(), null);
        clock.advance(SECOND);

        assertThat(Collected.from(registry).value("job_last_success_timestamp_seconds{job_type=\"video\"}"))
                .isEqualTo(1_700_000_001.0);
    }

    @Test
    void shows_the_runs_in_flight_of_this_moment_only() {
        Registry registry = registry(Map.of(), 10);
        JobStats stats = registry.job("video");
        registry.inFlight(now -> {
            stats.noteActive(3 * SECOND);
            stats.noteActive(7 * SECOND);
        });
        assertThat(Collected.from(registry).value("active_jobs{job_type=\"video\"}"))
                .isEqualTo(2);
        assertThat(Collected.from(registry).value("job_oldest_active_seconds{job_type=\"video\"}"))
                .isEqualTo(7);

        registry.inFlight(RunsInFlight.NONE);
        assertThat(Collected.from(registry).value("active_jobs{job_type=\"video\"}"))
                .isZero();
        assertThat(Collected.from(registry).value("job_oldest_active_seconds{job_type=\"video\"}"))
                .isZero();
    }

    @Test
    void counts_types_beyond_the_allowed_number_as_other() {
        Registry registry = registry(Map.of(), 2);
        JobStats one = registry.job("one");
        registry.job("two");
        JobStats three = registry.job("three");

        assertThat(three).isSameAs(registry.job("four")).isSameAs(registry.job("other"));
        assertThat(three.type()).isEqualTo(Registry.OTHER);
        assertThat(registry.job("one")).isSameAs(one);
        assertThat(exhausted).contains("job_type three 2");
        assertThat(Collected.from(registry).series("job_processed_total"))
                .containsExactly(
                        "job_processed_total{job_type=\"one\"}",
                        "job_processed_total{job_type=\"other\"}",
                        "job_processed_total{job_type=\"two\"}");
    }

    @Test
    void counts_scans_and_operations_beyond_the_allowed_number_as_other() {
        Registry registry = registry(Map.of(), 1);
        registry.scan("one");
        registry.operation("one");

        assertThat(registry.scan("two").name()).isEqualTo(Registry.OTHER);
        assertThat(registry.operation("two").name()).isEqualTo(Registry.OTHER);
        assertThat(exhausted).containsExactly("scan two 1", "operation two 1");
    }

    @Test
    void puts_constant_labels_behind_the_type_in_their_order() {
        Map<String, String> constant = new LinkedHashMap<>();
        constant.put("zone", "z");
        constant.put("region", "eu");
        Registry registry = registry(constant, 10);
        registry.job("video");
        registry.job("");

        assertThat(Collected.from(registry).series("job_processed_total"))
                .containsExactly(
                        "job_processed_total{zone=\"z\",region=\"eu\"}",
                        "job_processed_total{job_type=\"video\",zone=\"z\",region=\"eu\"}");
    }

    @Test
    void lets_no_constant_label_take_the_place_of_the_type() {
        Map<String, String> constant = new LinkedHashMap<>();
        constant.put("region", "eu");
        constant.put("job_type", "constant");
        Labels labels = Labels.of(constant).with("job_type", "video");

        assertThat(new String(labels.text(), UTF_8)).isEqualTo("job_type=\"video\",region=\"eu\"");
    }

    @Test
    void escapes_what_the_text_format_asks_to_escape() {
        Labels labels = Labels.of(Map.of()).with("job_type", "a\\b\"c\nd\u00e4");

        assertThat(new String(labels.text(), UTF_8)).isEqualTo("job_type=\"a\\\\b\\\"c\\nd\u00e4\"");
    }

    private Registry registry(Map<String, String> constant, int mostNames) {
        return new Registry(constant, 100, mostNames, clock, new Registry.Listener() {
            @Override
            public void namesExhausted(String label, String name, int most) {
                exhausted.add(label + " " + name + " " + most);
            }

            @Override
            public void failed(Throwable thrown) {
                throw new AssertionError(thrown);
            }
        });
    }
}
