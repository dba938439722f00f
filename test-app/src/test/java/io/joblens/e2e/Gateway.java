package io.joblens.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Pushgateway on a free port of loopback, which keeps everything in memory. */
final class Gateway implements AutoCloseable {
    static final String USER = "worker";
    static final String PASSWORD = "s3cret-pw";

    /** bcrypt of {@link #PASSWORD}, of the lowest cost. */
    private static final String HASH = "$2b$04$pqm.UeIM11b8tAucmlL1dugjb.riQxpnJGc8mx5/6IPO6UATv.H/S";

    private static final List<String> NAMES = List.of("prometheus-pushgateway", "pushgateway");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final boolean asks;
    private final Certificate certificate;

    private Gateway(Process process, int port, boolean asks, Certificate certificate) {
        this.process = process;
        this.port = port;
        this.asks = asks;
        this.certificate = certificate;
    }

    /** Skips the test where there is no Pushgateway. */
    static Gateway open() {
        return start(null, false, null);
    }

    /** One that speaks TLS, with this certificate. */
    static Gateway withTls(Certificate certificate, Path folder) {
        String files = "{ cert_file: " + certificate.pem() + ", key_file: " + certificate.keyPem() + " }";
        return start(written(folder, "tls_server_config: " + files + "\n"), false, certificate);
    }

    /** One that asks for {@link #USER} and {@link #PASSWORD}. */
    static Gateway withPassword(Path folder) {
        return start(written(folder, "basic_auth_users:\n  " + USER + ": " + HASH + "\n"), true, null);
    }

    private static Path written(Path folder, String config) {
        try {
            return Files.writeString(folder.resolve("web.yml"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Gateway start(Path config, boolean asks, Certificate certificate) {
        Path executable = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(
                executable != null, "no Pushgateway is installed; on Debian: apt-get install prometheus-pushgateway");
        int port = Launch.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                executable.toString(), "--web.listen-address=127.0.0.1:" + port, "--persistence.file=");
        if (config != null) {
            builder.command().add("--web.config.file=" + config);
        }
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Gateway gateway = new Gateway(process, port, asks, certificate);
            await().atMost(PATIENCE)
                    .ignoreException(ConnectException.class)
                    .failFast("the Pushgateway has ended", () -> !process.isAlive())
                    .until(() -> gateway.get("/-/ready").statusCode() == 200);
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return certificate == null ? "http://127.0.0.1:" + port : "https://localhost:" + port;
    }

    /** The labels of each group that was pushed. */
    List<Map<String, String>> groups() throws Exception {
        List<Map<String, String>> groups = new ArrayList<>();
        JsonNode data = ForkedApp.parse(get("/api/v1/metrics").body()).path("data");
        data.forEach(group -> groups.add(texts(group.path("labels"))));
        return groups;
    }

    /** The samples of all groups as they would be scraped. */
    Scrape scrape() throws Exception {
        return Scrape.of(get("/metrics").body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        if (asks) {
            String pair = USER + ":" + PASSWORD;
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes()));
        }
        HttpClient.Builder client = HttpClient.newBuilder();
        if (certificate != null) {
            client.sslContext(certificate.trusting());
        }
        return client.build().send(request.build(), BodyHandlers.ofString());
    }

    private static Map<String, String> texts(JsonNode labels) {
        Map<String, String> texts = new HashMap<>();
        labels.properties()
                .forEach(label -> texts.put(label.getKey(), label.getValue().asText()));
        return texts;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
