package io.joblens.benchmarks;

import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;

/** A registry of the agent, outside of the agent. */
final class Series {
    /** Each has eleven lines: nine buckets, a sum and a count. */
    private static final int OPERATIONS = 909;

    private Series() {}

    /** 10,000 sample lines, nearly all of them of one histogram family, and the same for client_java. */
    static void fill(Registry registry, PrometheusRegistry peers) {
        Histogram histogram = Histogram.builder()
                .name("operation_seconds")
                .classicOnly()
                .classicUpperBounds(0.1, 0.5, 1, 2, 5, 10, 30, 60)
                .labelNames("operation")
                .register(peers);
        for (int i = 0; i < OPERATIONS; i++) {
            var stats = registry.operation("operation-" + i);
            var peer = histogram.labelValues("operation-" + i);
            for (int run = 0; run < 10; run++) {
                long nanos = 50_000_000L + 37_000_000L * i % 7_000_000_000L * run;
                stats.ended(0, nanos, false, run, null);
                peer.observe(nanos / 1e9);
            }
        }
    }

    static Registry registry() {
        return new Registry(Map.of(), 1000, 10_000, Clock.SYSTEM, new Registry.Listener() {
            @Override
            public void failed(Throwable thrown) {
                throw new IllegalStateException(thrown);
            }

            @Override
            public void namesExhausted(String label, String name, int most) {
                throw new IllegalStateException("more than " + most + " of " + label);
            }
        });
    }
}
