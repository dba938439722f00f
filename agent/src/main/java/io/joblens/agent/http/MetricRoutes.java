package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Registry;

/** The paths every endpoint has. */
public final class MetricRoutes {
    private static final String INDEX = "Joblens measures the background jobs of this JVM.\n\n"
            + "/metrics      for Prometheus\n"
            + "/api/metrics  the same in JSON, with percentiles, by job type, scan and operation\n"
            + "/api/probes   the rules, and the methods they were woven into\n"
            + "/-/healthy    answers as long as this endpoint does\n";

    private MetricRoutes() {}

    /** {@code /}, {@code /metrics}, {@code /api/metrics} and {@code /-/healthy}; more may be added. */
    public static Routes of(Registry registry) {
        BufferStock stock = new BufferStock();
        return new Routes()
                .add("/", Response.text(200, INDEX))
                .add("/-/healthy", Response.text(200, "Healthy\n"))
                .add("/metrics", new PrometheusRoute(registry, stock))
                .add("/api/metrics", new JsonRoute(registry, stock));
    }
}
