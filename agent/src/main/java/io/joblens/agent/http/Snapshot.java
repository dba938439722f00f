package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/** What the endpoint would answer now, for those who send or keep it themselves. */
public final class Snapshot {
    /** The content type of {@link #text}. */
    public static final String TEXT_TYPE = ExpositionFormat.PROMETHEUS.contentType;

    private Snapshot() {}

    /** As {@code /metrics} in Prometheus text 0.0.4. */
    public static byte[] text(Registry registry) {
        Buffer out = new BufferStock().take();
        ConcurrentHashMap<Family, FamilyText> texts = new ConcurrentHashMap<Family, FamilyText>();
        ExpositionText text =
                new ExpositionText(ExpositionFormat.PROMETHEUS, false, WantedFamilies.of(null), texts, out);
        registry.collect(text, false);
        text.end();
        return bytes(out);
    }

    /** As {@code /api/metrics}. */
    public static byte[] json(Registry registry) {
        JsonMetrics metrics = new JsonMetrics(registry);
        registry.collect(metrics, true);
        Buffer out = new BufferStock().take();
        try {
            metrics.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("a buffer in memory refused bytes", e);
        }
        return bytes(out);
    }

    private static byte[] bytes(Buffer buffer) {
        return Arrays.copyOf(buffer.bytes(), buffer.length());
    }
}
