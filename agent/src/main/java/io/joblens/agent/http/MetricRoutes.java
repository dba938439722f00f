package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Registry;

/** The paths every endpoint has. */
public final class MetricRoutes {
    private MetricRoutes() {}

    /** {@code /} with what its page is made of, {@code /metrics}, {@code /api/metrics} and {@code /-/healthy}; more may be added. */
    public static Routes of(Registry registry) {
        BufferStock stock = new BufferStock();
        Routes routes = new Routes();
        for (PageFile file : PageFile.values()) {
            routes.addPersonal(file.path(), file);
        }
        return routes.add("/-/healthy", Response.text(200, "Healthy\n"))
                .add("/metrics", new PrometheusRoute(registry, stock))
                .add("/api/metrics", new JsonRoute(registry, stock));
    }
}
