package io.joblens.benchmarks;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.slf4j.MDC;

/** The series of a job run written by hand with client_java, labels resolved beforehand, and the job's id in the MDC. */
final class ClientJava {
    private static final double NANOS = 1e9;

    private final CounterDataPoint processed;
    private final GaugeDataPoint active;
    private final GaugeDataPoint lastSuccess;
    private final DistributionDataPoint seconds;
    private final DistributionDataPoint attempts;

    ClientJava() {
        PrometheusRegistry registry = new PrometheusRegistry();
        processed = Counter.builder()
                .name("job_processed_total")
                .labelNames("job_type")
                .register(registry)
                .labelValues("bench");
        active = Gauge.builder()
                .name("active_jobs")
                .labelNames("job_type")
                .register(registry)
                .labelValues("bench");
        lastSuccess = Gauge.builder()
                .name("job_last_success_timestamp_seconds")
                .labelNames("job_type")
                .register(registry)
                .labelValues("bench");
        seconds = Histogram.builder()
                .name("job_processing_seconds")
                .classicOnly()
                .classicUpperBounds(0.1, 0.5, 1, 2, 5, 10, 30, 60)
                .labelNames("job_type")
                .register(registry)
                .labelValues("bench");
        attempts = Histogram.builder()
                .name("job_attempts")
                .classicOnly()
                .classicUpperBounds(1, 2, 3, 5)
                .labelNames("job_type")
                .register(registry)
                .labelValues("bench");
    }

    int job(Workload workload, String id) {
        active.inc();
        MDC.put("job_id", id);
        long start = System.nanoTime();
        try {
            return workload.plain(id);
        } finally {
            long end = System.nanoTime();
            seconds.observe((end - start) / NANOS);
            attempts.observe(1);
            processed.inc();
            lastSuccess.set(end / NANOS);
            MDC.remove("job_id");
            active.dec();
        }
    }
}
