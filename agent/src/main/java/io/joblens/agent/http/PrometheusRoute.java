package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Registry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@code /metrics}, in the format that the client wants. */
final class PrometheusRoute implements Route {
    private final Registry registry;
    private final BufferStock stock;
    private final Map<ExpositionFormat, ConcurrentMap<Family, FamilyText>> texts =
            new EnumMap<ExpositionFormat, ConcurrentMap<Family, FamilyText>>(ExpositionFormat.class);

    PrometheusRoute(Registry registry, BufferStock stock) {
        this.registry = registry;
        this.stock = stock;
        for (ExpositionFormat format : ExpositionFormat.values()) {
            texts.put(format, new ConcurrentHashMap<Family, FamilyText>());
        }
    }

    @Override
    public Response answer(Request request) {
        Buffer out = stock.take();
        ExpositionFormat format = Accepted.format(request.header("accept"));
        ExpositionText text = new ExpositionText(
                format, request.maySeePersonal(), WantedFamilies.of(request.query()), texts.get(format), out);
        registry.collect(text, false);
        text.end();
        return Response.ok(format.contentType, out);
    }
}
