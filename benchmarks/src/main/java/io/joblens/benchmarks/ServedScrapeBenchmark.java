package io.joblens.benchmarks;

import io.joblens.bootstrap.metrics.Registry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One scrape of 10,000 lines over loopback and a connection that is kept, of our endpoint and of client_java's server. Time and
 * bytes are those of both ends; the client is the same.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@State(Scope.Thread)
public class ServedScrapeBenchmark {
    private static final int ROOM = 65536;

    @Param({"joblens", "client_java"})
    public String server;

    @Param({"identity", "gzip"})
    public String encoding;

    private final byte[] chunk = new byte[ROOM];
    private HTTPServer peerServer;
    private URL url;

    @Setup
    public void serve() throws Throwable {
        Registry registry = Series.registry();
        PrometheusRegistry peers = new PrometheusRegistry();
        Series.fill(registry, peers);
        if (server.equals("joblens")) {
            url = URI.create(start(registry) + "/metrics").toURL();
        } else {
            peerServer = HTTPServer.builder()
                    .hostname("127.0.0.1")
                    .port(0)
                    .registry(peers)
                    .buildAndStart();
            url = URI.create("http://127.0.0.1:" + peerServer.getPort() + "/metrics")
                    .toURL();
        }
        System.out.println("bytes sent: " + scrape());
    }

    @TearDown
    public void stop() {
        if (peerServer != null) {
            peerServer.close();
        }
    }

    @Benchmark
    public int scrape() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("Accept-Encoding", encoding);
        int length = 0;
        try (InputStream in = connection.getInputStream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                length += read;
            }
        }
        return length;
    }

    private static String start(Registry registry) throws Throwable {
        Class<?> routes = AgentClasses.named("http.Routes");
        Class<?> problems = AgentClasses.named("http.Problems");
        Class<?> endpoint = AgentClasses.named("http.Endpoint");
        Object toSay =
                Proxy.newProxyInstance(problems.getClassLoader(), new Class<?>[] {problems}, (proxy, method, said) -> {
                    throw new IllegalStateException(String.valueOf(said[0]));
                });
        Object started = AgentClasses.method(endpoint, "start", String.class, int.class, routes, problems)
                .invoke(
                        "127.0.0.1",
                        0,
                        AgentClasses.method(AgentClasses.named("http.MetricRoutes"), "of", Registry.class)
                                .invoke(registry),
                        toSay);
        return (String) AgentClasses.method(endpoint, "url").invoke(started);
    }
}
