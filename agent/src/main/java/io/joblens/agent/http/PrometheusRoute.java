package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Registry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@code /metrics}. */
final class PrometheusRoute implements Route {
    private final Registry registry;
    private final BufferStock stock;
    private final ConcurrentMap<Family, FamilyText> texts = new ConcurrentHashMap<Family, FamilyText>();

    PrometheusRoute(Registry registry, BufferStock stock) {
        this.registry = registry;
        this.stock = stock;
    }

    @Override
    public Response answer(Request request) {
        Buffer out = stock.take();
        registry.collect(new PrometheusText(texts, out), false);
        return Response.ok(PrometheusText.CONTENT_TYPE, out);
    }
}
