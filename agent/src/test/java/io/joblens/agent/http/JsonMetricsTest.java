package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.ScanStats;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonMetricsTest {
    private static final String EMPTY = "{\"count\":0,\"sum\":0,\"avg\":0.0,\"p50\":0,\"p95\":0,\"p99\":0}";

    @Test
    void shows_counters_and_histograms_at_zero_before_anything_was_woven() {
        assertThat(Measured.json(Measured.registry()))
                .isEqualTo("{\"counters\":{\"job_processed_total\":0,\"job_failed_total\":0,\"job_skipped_total\":0,"
                        + "\"job_created_total\":0,\"job_retries_total\":0,\"job_abandoned_total\":0,"
                        + "\"scan_clean_total\":0,\"scan_infected_total\":0,\"scan_failed_total\":0,"
                        + "\"operation_failed_total\":0},"
                        + "\"gauges\":{\"active_jobs\":0},"
                        + "\"histograms\":{\"job_processing_seconds\":" + EMPTY + ",\"job_attempts\":" + EMPTY
                        + ",\"job_wait_seconds\":" + EMPTY + ",\"scan_seconds\":" + EMPTY
                        + ",\"operation_seconds\":" + EMPTY + "},"
                        + "\"jobs\":{},\"scans\":{},\"operations\":{}}");
    }

    @Test
    void shows_the_three_maps_in_short_numbers() {
        Registry registry = Measured.seed();
        registry.gauge("queue_length", "Current queue length").add(() -> 42);
        assertThat(Measured.json(registry))
                .startsWith("{\"counters\":{\"job_processed_total\":1250,\"job_failed_total\":15,")
                .contains("\"queue_length\":42")
                .contains("\"histograms\":{\"job_processing_seconds\":{\"count\":1250,\"sum\":3750.5,\"avg\":3.0,"
                        + "\"p50\":2.5,\"p95\":8.2,\"p99\":15.3},"
                        + "\"job_attempts\":{\"count\":1250,\"sum\":1250,\"avg\":1.0,\"p50\":1,\"p95\":1,\"p99\":1}")
                .endsWith("\"jobs\":{},\"scans\":{},\"operations\":{}}");
    }

    @Test
    void breaks_down_by_job_type_scan_and_operation() {
        Registry registry = Measured.registry();
        registry.job("video").processed(0, 2_000_000_000L, 1, false, 1, null);
        registry.job("audio").processed(0, 1_000_000_000L, 2, true, 2, null);
        registry.job(null).processed(0, 1_000_000_000L, 1, false, 3, null);
        registry.scan("clamav").scanned(0, 500_000_000, ScanStats.Verdict.INFECTED, 1, null);
        registry.operation("encode \"x\"").ended(0, 250_000_000, true, 1, null);
        assertThat(Measured.json(registry))
                .contains("{\"counters\":{\"job_processed_total\":3,\"job_failed_total\":1,")
                .contains("\"jobs\":{\"audio\":{\"counters\":{\"job_processed_total\":1,\"job_failed_total\":1,")
                .contains("\"video\":{\"counters\":{\"job_processed_total\":1,\"job_failed_total\":0,")
                .contains("\"scans\":{\"clamav\":{\"counters\":{\"scan_clean_total\":0,\"scan_infected_total\":1,"
                        + "\"scan_failed_total\":0},\"gauges\":{},\"histograms\":{\"scan_seconds\":{\"count\":1,"
                        + "\"sum\":0.5,\"avg\":0.5,\"p50\":0.5,\"p95\":0.5,\"p99\":0.5}}}}")
                .contains("\"operations\":{\"encode \\\"x\\\"\":{\"counters\":{\"operation_failed_total\":1}")
                .doesNotContain("{\"\":", ",\"\":");
    }

    @Test
    void leaves_out_parts_whose_sum_means_nothing() {
        Registry registry = Measured.registry(Map.of("region", "eu"));
        registry.also((sink, constant) -> {
            sink.family(Family.gauge("pool_bytes", "Size of a pool"));
            sink.sample(constant.with("pool", "eden"), 7);
            sink.family(Family.gauge("threads", "Number of threads"));
            sink.sample(constant, 5);
        });
        assertThat(Measured.json(registry)).contains("\"gauges\":{\"active_jobs\":0,\"threads\":5}");
    }

    @Test
    void takes_percentiles_over_the_newest_samples_of_all_types() {
        Registry registry = Measured.registry();
        for (int i = 1; i <= 2000; i++) {
            registry.job(i % 2 == 0 ? "even" : "odd").processed(0, i * 1_000_000L, 1, false, i, null);
        }
        assertThat(Measured.json(registry))
                .contains("{\"count\":2000,\"sum\":2001,\"avg\":1.0,\"p50\":1.5,\"p95\":1.95,\"p99\":1.99}");
    }

    @Test
    void takes_the_largest_of_ages_and_the_sum_of_counts() {
        Registry registry = Measured.registry();
        registry.inFlight(now -> {
            registry.job("a").noteActive(3_000_000_000L);
            registry.job("b").noteActive(1_500_000_000L);
        });
        registry.job("a");
        registry.job("b");
        assertThat(Measured.json(registry))
                .contains("\"gauges\":{\"active_jobs\":2,\"job_oldest_active_seconds\":3,")
                .contains("\"gauges\":{\"active_jobs\":1,\"job_oldest_active_seconds\":1.5,");
    }

    @Test
    void writes_null_where_JSON_has_no_number() {
        Registry registry = Measured.registry();
        registry.gauge("queue_length", "Current queue length").add(() -> Double.NaN);
        assertThat(Measured.json(registry)).contains("\"queue_length\":null");
    }
}
