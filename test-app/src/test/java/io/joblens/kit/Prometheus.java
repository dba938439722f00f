package io.joblens.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real Prometheus with the configuration of the kit, which scrapes one worker of a test, and often. */
public final class Prometheus implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path log;
    private final Process process;
    private final String url;

    private Prometheus(Path log, Process process, String url) {
        this.log = log;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts one that keeps its files in an empty folder, and waits until it answers; where none is installed, the test is
     * skipped.
     *
     * @param target the port of the worker at localhost
     */
    public static Prometheus start(Path folder, int target) throws IOException {
        Program program = Program.named("prometheus", "prometheus");
        for (KitFile file : KitFile.in("prometheus", ".yml")) {
            String text = file.text().replace("15s", "500ms").replace("localhost:10464", "localhost:" + target);
            Files.writeString(folder.resolve(file.path().getFileName()), text);
        }
        String address = "127.0.0.1:" + freePort();
        Path log = folder.resolve("prometheus.log");
        Process process = program.builder(
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address,
                        "--enable-feature=exemplar-storage")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Prometheus prometheus = new Prometheus(log, process, "http://" + address);
        await("Prometheus is ready")
                .atMost(START)
                .ignoreExceptionsMatching(e -> e.getCause() instanceof ConnectException)
                .until(prometheus::isReady);
        return prometheus;
    }

    /**
     * The value of an expression now, as the list of its series.
     *
     * @throws IllegalArgumentException if it is not valid
     */
    public JsonNode query(String expression) {
        JsonNode data = get("/api/v1/query?query=" + encoded(expression));
        // A scalar is a value, too.
        return data.get("resultType").asText().equals("scalar") ? data : data.get("result");
    }

    /** The exemplars of the series that an expression names, of the last hour. */
    public JsonNode exemplars(String expression) {
        long now = System.currentTimeMillis() / 1000;
        return get("/api/v1/query_exemplars?query=" + encoded(expression) + "&start=" + (now - 3600) + "&end="
                + (now + 60));
    }

    /** The rules, as they fared. */
    public JsonNode rules() {
        return get("/api/v1/rules");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean isReady() throws IOException {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        return send("/-/ready").statusCode() == 200;
    }

    private JsonNode get(String path) {
        try {
            JsonNode answer = JSON.readTree(send(path).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new IllegalArgumentException(answer.path("error").asText());
            }
            return answer.get("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .timeout(START)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String expression) {
        return URLEncoder.encode(expression, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
