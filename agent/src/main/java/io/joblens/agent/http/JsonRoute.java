package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;

/** {@code /api/metrics}. */
final class JsonRoute implements Route {
    private final Registry registry;
    private final BufferStock stock;

    JsonRoute(Registry registry, BufferStock stock) {
        this.registry = registry;
        this.stock = stock;
    }

    @Override
    public Response answer(Request request) throws IOException {
        JsonMetrics metrics = new JsonMetrics(registry);
        registry.collect(metrics, true);
        Buffer out = stock.take();
        metrics.write(out);
        return Response.ok(JsonMetrics.CONTENT_TYPE, out);
    }
}
