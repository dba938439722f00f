package io.joblens.benchmarks;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.Registry;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The body of one scrape of 10,000 lines, nearly all of them of one histogram family, without the network. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@State(Scope.Thread)
public class ScrapeBenchmark {
    private static final int LINE_FEED = '\n';

    private final ConcurrentMap<Family, Object> texts = new ConcurrentHashMap<>();
    private final Registry registry = Series.registry();
    private final PrometheusRegistry peers = new PrometheusRegistry();
    private final PrometheusTextFormatWriter peerWriter =
            PrometheusTextFormatWriter.builder().build();
    private final ByteArrayOutputStream peerBody = new ByteArrayOutputStream();
    private MethodHandle sink;
    private MethodHandle clear;
    private OutputStream body;

    @Setup
    public void fill() throws Throwable {
        Series.fill(registry, peers);
        Class<?> stock = AgentClasses.named("http.BufferStock");
        Class<?> buffer = AgentClasses.named("http.Buffer");
        Object noStock = AgentClasses.constructor(stock).invoke();
        body = (OutputStream) AgentClasses.constructor(buffer, stock, int.class).invoke(noStock, 1024);
        clear = AgentClasses.method(buffer, "clear").bindTo(body);
        Class<?> format = AgentClasses.named("http.ExpositionFormat");
        Class<?> wanted = AgentClasses.named("http.WantedFamilies");
        Object all = AgentClasses.method(wanted, "of", String.class).invoke((String) null);
        sink = java.lang.invoke.MethodHandles.insertArguments(
                AgentClasses.constructor(
                        AgentClasses.named("http.ExpositionText"),
                        format,
                        boolean.class,
                        wanted,
                        ConcurrentMap.class,
                        buffer),
                0,
                format.getEnumConstants()[0],
                false,
                all);
        System.out.println("lines: " + lines(peers()) + " of client_java");
    }

    @Benchmark
    public Object joblens() throws Throwable {
        clear.invoke();
        registry.collect((MetricSink) sink.invoke(texts, body), false);
        return body;
    }

    @Benchmark
    public Object clientJava() throws IOException {
        return peers();
    }

    private ByteArrayOutputStream peers() throws IOException {
        peerBody.reset();
        peerWriter.write(peerBody, peers.scrape());
        return peerBody;
    }

    private static int lines(ByteArrayOutputStream text) {
        int lines = 0;
        for (byte b : text.toByteArray()) {
            lines += b == LINE_FEED ? 1 : 0;
        }
        return lines;
    }
}
