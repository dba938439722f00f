package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.io.TempDir;

/** Who gets what from the endpoint of a real JVM, whose port is known from the file it writes. */
class DoorsIT {
    private static final String APPLICATION = "io.joblens.scenarios.Commands";
    private static final String AT = "joblens: the endpoint is at https?://127.0.0.1:[0-9]+";
    private static final String READ_AGAIN = "joblens: what the endpoint asks of its clients was read again";
    private static final String TOKEN = "7b4c0f7b8e0d4a25";
    private static final String USERS =
            "basic_auth_users:\n" + "  prometheus: $2y$10$KBCwKxOzLha2MUDgW0PjXe5NXfWssODyKFUp5sq59D.yfO.nymb5G\n";
    private static final String USER = "Basic "
            + Base64.getEncoder().encodeToString("prometheus:pressure-cooker".getBytes(StandardCharsets.UTF_8));
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private HttpClient http = HttpClient.newHttpClient();
    private String scheme = "http";

    @OnEveryJvm
    void shows_beyond_loopback_only_what_is_of_no_single_job(Jvm jvm) throws Exception {
        try (ForkedApp app =
                launch(jvm).option("http.host", "0.0.0.0").expectStderr(AT).main(APPLICATION)) {
            app.awaitStdout("ready");
            assertThat(get("/metrics").statusCode()).isEqualTo(200);
            assertThat(get("/api/metrics").statusCode()).isEqualTo(200);
            assertThat(get("/api/probes").statusCode()).isEqualTo(403);
            assertThat(get("/api/probes").body()).contains("http.token-file", "http.web-config");
        }
        assertThat(folder.resolve("port")).as("it is gone with the JVM").doesNotExist();
    }

    @OnEveryJvm
    void follows_a_token_in_its_file(Jvm jvm) throws Exception {
        Path file = write("token", TOKEN + "\n");
        try (ForkedApp app = launch(jvm)
                .option("http.host", "0.0.0.0")
                .option("http.token-file", file.toString())
                .expectStderr(AT)
                .expectStderr("joblens: .*token: the token is too short; it takes .*")
                .expectStderr("joblens: nothing of it is applied; the endpoint asks for what it asked for before")
                .expectStderr(READ_AGAIN)
                .main(APPLICATION)) {
            assertThat(get("/metrics").statusCode()).isEqualTo(401);
            assertThat(get("/-/healthy").statusCode()).isEqualTo(200);
            assertThat(get("/api/probes", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
            write("token", "oops");
            app.awaitStderr("nothing of it is applied");
            assertThat(get("/metrics").statusCode()).isEqualTo(401);
            assertThat(get("/metrics", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
            write("token", "another-of-these-tokens");
            app.awaitStderr("was read again");
            assertThat(get("/metrics", "Bearer " + TOKEN).statusCode()).isEqualTo(401);
            assertThat(get("/metrics", "Bearer another-of-these-tokens").statusCode())
                    .isEqualTo(200);
        }
    }

    @OnEveryJvm
    void reads_the_web_configuration_of_Prometheus(Jvm jvm) throws Exception {
        KeyStore server = keys("server");
        KeyStore client = keys("client");
        write("server.pem", certificate(server));
        write("server.key", key(server));
        write("client.pem", certificate(client));
        String tls = "tls_server_config:\n  cert_file: server.pem\n  key_file: server.key\n"
                + "  client_ca_file: client.pem\n  client_auth_type: RequireAndVerifyClientCert\n";
        Path file = write("web.yml", tls + "http_server_config:\n  headers:\n    X-Frame-Options: deny\n" + USERS);
        scheme = "https";
        try (ForkedApp app = launch(jvm)
                .option("http.web-config", file.toString())
                .expectStderr(AT)
                .expectStderr(READ_AGAIN)
                .main(APPLICATION)) {
            http = client(server, client);
            HttpResponse<String> answer = get("/metrics", USER);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Frame-Options")).contains("deny");
            assertThat(get("/metrics").headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic ");
            assertThat(get("/metrics", "Basic eDp5").statusCode()).isEqualTo(401);
            http = client(server, null);
            assertThatThrownBy(() -> get("/metrics", USER)).isInstanceOf(IOException.class);

            KeyStore renewed = keys("renewed");
            write("server.key", key(renewed));
            write("server.pem", certificate(renewed));
            app.awaitStderr("was read again");
            http = client(renewed, client);
            assertThat(get("/metrics", USER).statusCode()).isEqualTo(200);
        }
    }

    @OnEveryJvm
    void stays_shut_until_a_mistake_is_mended(Jvm jvm) throws Exception {
        Path file = write("web.yml", "basic_auth_user: {}\n");
        try (ForkedApp app = launch(jvm)
                .option("http.web-config", file.toString())
                .expectStderr(
                        "joblens: .*web.yml:1:1: no such key `basic_auth_user`; did you mean `basic_auth_users`\\?")
                .expectStderr("joblens: the endpoint is not served before that is mended, since it would stand open")
                .expectStderr(AT)
                .expectStderr(READ_AGAIN)
                .main(APPLICATION)) {
            app.awaitStderr("before that is mended");
            assertThat(folder.resolve("port")).doesNotExist();
            write("web.yml", USERS);
            assertThat(get("/metrics").statusCode()).isEqualTo(401);
            assertThat(get("/metrics", USER).statusCode()).isEqualTo(200);
            app.awaitStderr("was read again");
        }
    }

    @OnEveryJvm
    void is_not_served_when_a_token_makes_no_sense(Jvm jvm) throws Exception {
        int port = Launch.freePort();
        try (ForkedApp app = launch(jvm)
                .option("http.port", null)
                .property("joblens.http.port", String.valueOf(port))
                .property("joblens.http.token", "short")
                .expectStderr(
                        "joblens: system property joblens.http.token: http.token is too short; it takes a text of at"
                                + " least 16 characters; using no endpoint, since it would stand open")
                .main(APPLICATION)) {
            app.awaitStdout("ready");
            app.awaitStderr("http.token");
            app.send("work");
            app.awaitStdout("done 1 work");
            assertThatThrownBy(() -> http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port))
                                    .build(),
                            BodyHandlers.discarding()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @OnEveryJvm
    void takes_the_next_port_that_is_free(Jvm jvm) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            try (ForkedApp app = launch(jvm)
                    .option("http.port", null)
                    .property("joblens.http.port", String.valueOf(port))
                    .property("joblens.http.port-attempts", "100")
                    .expectStderr(
                            "joblens: http.port " + port + " is taken; the endpoint is at http://127.0.0.1:[0-9]+")
                    .main(APPLICATION)) {
                app.awaitStdout("ready");
                assertThat(get("/metrics").statusCode()).isEqualTo(200);
                assertThat(port()).isGreaterThan(port);
            }
        }
    }

    private Launch launch(Jvm jvm) {
        return Launch.on(jvm)
                .option("http.port", "0")
                .option("http.port-file", folder.resolve("port").toString());
    }

    private int port() throws IOException {
        Path file = folder.resolve("port");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file));
        return Integer.parseInt(Files.readString(file).trim());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port() + path)));
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port() + path))
                .header("Authorization", authorization));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    private Path write(String name, String text) throws IOException {
        Path whole = Files.writeString(folder.resolve(name + ".tmp"), text);
        return Files.move(whole, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A key and a certificate that it signed itself, by the JDK's keytool. */
    private KeyStore keys(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-alias",
                        name,
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD);
        return store;
    }

    private static String certificate(KeyStore store) throws Exception {
        return pem(
                "CERTIFICATE",
                store.getCertificate(store.aliases().nextElement()).getEncoded());
    }

    private static String key(KeyStore store) throws Exception {
        return pem(
                "PRIVATE KEY",
                store.getKey(store.aliases().nextElement(), PASSWORD).getEncoded());
    }

    private static String pem(String label, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static HttpClient client(KeyStore server, KeyStore own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "server", server.getCertificate(server.aliases().nextElement()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
