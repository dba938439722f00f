package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.Registry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ExpositionTextTest {
    @Test
    void writes_nothing_of_families_without_series() {
        assertThat(Measured.prometheus(Measured.registry())).isEmpty();
    }

    @Test
    void writes_counters_of_jobs_without_type_in_the_plain_form() {
        assertThat(Measured.prometheus(Measured.seed())).startsWith("""
                # HELP job_processed_total Total number of jobs processed
                # TYPE job_processed_total counter
                job_processed_total 1250
                # HELP job_failed_total Total number of jobs failed
                # TYPE job_failed_total counter
                job_failed_total 15
                # HELP job_skipped_total Total number of jobs skipped
                # TYPE job_skipped_total counter
                job_skipped_total 0
                """);
    }

    @Test
    void writes_histograms_cumulatively_with_short_bounds() {
        assertThat(Measured.prometheus(Measured.seed())).contains("""
                # HELP job_processing_seconds Job processing duration in seconds
                # TYPE job_processing_seconds histogram
                job_processing_seconds_bucket{le="0.1"} 0
                job_processing_seconds_bucket{le="0.5"} 0
                job_processing_seconds_bucket{le="1"} 0
                job_processing_seconds_bucket{le="2"} 0
                job_processing_seconds_bucket{le="5"} 1198
                job_processing_seconds_bucket{le="10"} 1238
                job_processing_seconds_bucket{le="30"} 1250
                job_processing_seconds_bucket{le="60"} 1250
                job_processing_seconds_bucket{le="+Inf"} 1250
                job_processing_seconds_sum 3750.5
                job_processing_seconds_count 1250
                # HELP job_attempts Job attempt count
                # TYPE job_attempts histogram
                job_attempts_bucket{le="1"} 1250
                """);
    }

    @Test
    void writes_le_behind_all_other_labels() {
        Registry registry = Measured.registry(Map.of("region", "eu"));
        registry.job("video").processed(0, 1, 1, false, 1, null);
        assertThat(Measured.prometheus(registry))
                .contains(
                        "job_processed_total{job_type=\"video\",region=\"eu\"} 1\n",
                        "job_attempts_bucket{job_type=\"video\",region=\"eu\",le=\"+Inf\"} 1\n",
                        "job_processing_seconds_sum{job_type=\"video\",region=\"eu\"} 0.000000001\n");
    }

    @Test
    void writes_gauges_with_what_their_sources_say() {
        Registry registry = Measured.registry();
        registry.gauge("queue_length", "Current queue length").add(() -> 42);
        registry.gauge("failed_jobs_dlq", "Current number of failed jobs in DLQ")
                .add(() -> Double.POSITIVE_INFINITY);
        assertThat(Measured.prometheus(registry)).isEqualTo("""
                # HELP queue_length Current queue length
                # TYPE queue_length gauge
                queue_length 42
                # HELP failed_jobs_dlq Current number of failed jobs in DLQ
                # TYPE failed_jobs_dlq gauge
                failed_jobs_dlq +Inf
                """);
    }

    @Test
    void escapes_help_texts() {
        Buffer out = new BufferStock().take();
        ExpositionText text = new ExpositionText(
                ExpositionFormat.PROMETHEUS, false, WantedFamilies.of(null), new ConcurrentHashMap<>(), out);
        text.family(Family.counter("x_total", "a \\ and\na \"quote\""));
        text.sample(Labels.of(Map.of()), 1);
        assertThat(new String(out.bytes(), 0, out.length(), Response.UTF_8))
                .startsWith("# HELP x_total a \\\\ and\\na \"quote\"\n");
    }
}
