package io.joblens.agent.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.joblens.agent.http.Door;
import io.joblens.agent.http.Endpoint;
import io.joblens.agent.http.Response;
import io.joblens.agent.http.Routes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JDK's own client gets through TLS. */
class TlsTest {
    private static final byte[] LARGE = new byte[4 * 1024 * 1024];
    private static final String FILES = "tls_server_config:\n  cert_file: cert.pem\n  key_file: key.pem\n";

    @TempDir
    private static Path common;

    private static KeyPairFiles rsa;
    private static KeyPairFiles ec;
    private static KeyPairFiles client;

    @TempDir
    private Path folder;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private Endpoint endpoint;

    @BeforeAll
    static void makeKeys() throws IOException {
        rsa = KeyPairFiles.make(common, "rsa", "-keyalg", "RSA", "-keysize", "2048");
        ec = KeyPairFiles.make(common, "ec", "-keyalg", "EC", "-groupname", "secp256r1");
        client = KeyPairFiles.make(common, "scraper", "-keyalg", "EC", "-groupname", "secp256r1");
        new Random(1).nextBytes(LARGE);
    }

    @AfterEach
    void stop() {
        if (endpoint != null) {
            endpoint.close();
        }
        assertThat(problems).isEmpty();
    }

    static Stream<Arguments> keys() {
        return Stream.of("TLSv1.2", "TLSv1.3")
                .flatMap(version -> Stream.of(
                        Arguments.of(version, rsa, false),
                        Arguments.of(version, rsa, true),
                        Arguments.of(version, ec, false),
                        Arguments.of(version, ec, true)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void answers_with_keys_of_every_form(String version, KeyPairFiles server, boolean old) throws Exception {
        start("127.0.0.1", server, old ? server.oldKey() : server.key(), FILES);
        HttpClient http = http(server.client(null), version);
        for (int i = 0; i < 3; i++) {
            assertThat(get(http, "/small").body()).isEqualTo("false".getBytes(StandardCharsets.US_ASCII));
            assertThat(get(http, "/large").body()).isEqualTo(LARGE);
        }
        assertThat(endpoint.url()).startsWith("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void lets_in_only_those_with_a_certificate_where_one_is_required(String version) throws Exception {
        startAsking("0.0.0.0", "RequireAndVerifyClientCert", "");
        assertThat(get(http(ec.client(client), version), "/personal").statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> get(http(ec.client(null), version), "/small")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(http(ec.client(rsa), version), "/small")).isInstanceOf(IOException.class);
        assertThat(get(http(ec.client(client), version), "/small").statusCode()).isEqualTo(200);
    }

    @Test
    void shows_what_is_of_single_jobs_to_those_with_a_certificate_where_one_is_optional() throws Exception {
        startAsking("0.0.0.0", "VerifyClientCertIfGiven", "");
        assertThat(get(http(ec.client(client), "TLSv1.3"), "/personal").statusCode())
                .isEqualTo(200);
        assertThat(get(http(ec.client(null), "TLSv1.3"), "/personal").statusCode())
                .isEqualTo(403);
        assertThat(get(http(ec.client(null), "TLSv1.3"), "/small").statusCode()).isEqualTo(200);
    }

    @Test
    void takes_a_certificate_that_nobody_verified_for_none() throws Exception {
        start("0.0.0.0", ec, ec.key(), FILES + "  client_auth_type: RequireAnyClientCert\n");
        assertThat(get(http(ec.client(rsa), "TLSv1.3"), "/small").statusCode()).isEqualTo(200);
        assertThat(get(http(ec.client(rsa), "TLSv1.3"), "/personal").statusCode())
                .isEqualTo(403);
        assertThatThrownBy(() -> get(http(ec.client(null), "TLSv1.3"), "/small"))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scraper", "another"})
    void lets_in_only_those_with_one_of_the_names(String name) throws Exception {
        startAsking("127.0.0.1", "RequireAndVerifyClientCert", "  client_allowed_sans: [" + name + "]\n");
        HttpClient http = http(ec.client(client), "TLSv1.3");
        if (name.equals("scraper")) {
            assertThat(get(http, "/small").statusCode()).isEqualTo(200);
        } else {
            assertThatThrownBy(() -> get(http, "/small")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void does_not_go_on_with_those_who_came_in_by_another_certificate() throws Exception {
        String config = FILES + "  client_ca_file: ca.pem\n  client_auth_type: RequireAndVerifyClientCert\n";
        start("0.0.0.0", ec, ec.key(), config);
        int port = endpoint.address().getPort();
        try (Socket socket = ec.client(client).getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            byte[] request = "GET /personal HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(request);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(in.lines().takeWhile(line -> !line.isEmpty())).isNotEmpty();
            assertThat(in.read(new char[5])).isEqualTo(5);

            endpoint.use(door(rsa.certificate(), config));
            assertThat(in.read()).isNegative();
        }
        assertThatThrownBy(() -> get(http(ec.client(client), "TLSv1.3"), "/small"))
                .isInstanceOf(IOException.class);
        assertThat(get(http(ec.client(rsa), "TLSv1.3"), "/small").statusCode()).isEqualTo(200);
    }

    @Test
    void holds_versions_and_cipher_suites() throws Exception {
        start(
                "127.0.0.1",
                ec,
                ec.key(),
                FILES + "  max_version: TLS12\n  cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]\n");
        assertThatThrownBy(() -> get(http(ec.client(null), "TLSv1.3"), "/small"))
                .isInstanceOf(IOException.class);
        HttpResponse<byte[]> answer = get(http(ec.client(null), "TLSv1.2"), "/small");
        assertThat(answer.sslSession().orElseThrow().getCipherSuite())
                .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    }

    @Test
    void tells_those_who_speak_plain_HTTP() throws Exception {
        start("127.0.0.1", ec, ec.key(), FILES);
        try (Socket socket = new Socket("127.0.0.1", endpoint.address().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("this endpoint speaks HTTPS\n");
        }
    }

    @Test
    void answers_beside_500_connections_in_the_middle_of_a_handshake() throws Exception {
        start("127.0.0.1", ec, ec.key(), FILES);
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                Socket socket = new Socket("127.0.0.1", endpoint.address().getPort());
                crowd.add(socket);
                socket.getOutputStream().write(i % 2 == 0 ? new byte[] {22, 3, 1, 1, 0, 1} : new byte[] {22});
            }
            for (int i = 0; i < 3; i++) {
                assertThat(get(http(ec.client(null), "TLSv1.3"), "/small").statusCode())
                        .isEqualTo(200);
            }
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    void goes_on_after_bytes_that_are_no_TLS() throws Exception {
        start("127.0.0.1", ec, ec.key(), FILES);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[1 + random.nextInt(400)];
            random.nextBytes(bytes);
            if (i % 2 == 0) {
                bytes[0] = 22;
            }
            try (Socket socket = new Socket("127.0.0.1", endpoint.address().getPort())) {
                socket.getOutputStream().write(bytes);
            }
        }
        assertThat(get(http(ec.client(null), "TLSv1.3"), "/small").statusCode()).isEqualTo(200);
    }

    /** Asks clients for a certificate of one authority, which is the certificate of {@link #client} itself. */
    private void startAsking(String host, String type, String more) throws Exception {
        start(host, ec, ec.key(), FILES + "  client_ca_file: ca.pem\n  client_auth_type: " + type + "\n" + more);
    }

    private void start(String host, KeyPairFiles server, String key, String config) throws IOException {
        Files.writeString(folder.resolve("cert.pem"), server.certificate());
        Files.writeString(folder.resolve("key.pem"), key);
        Door door = door(client.certificate(), config);
        Routes routes = new Routes()
                .add("/small", Response.text(200, "false"))
                .addPersonal("/personal", request -> Response.text(200, "job-1"))
                .add("/large", request -> Response.ok("application/octet-stream", LARGE));
        endpoint = Endpoint.start(host, 0, 1, routes, door, problems::add);
    }

    private Door door(String authority, String config) throws IOException {
        Files.writeString(folder.resolve("ca.pem"), authority);
        Path file = Files.writeString(folder.resolve("web.yml"), config);
        Door door = new DoorFiles(file.toString(), null, null).door(problems::add);
        assertThat(problems).isEmpty();
        return door;
    }

    private static HttpClient http(SSLContext context, String version) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {version});
        return HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private HttpResponse<byte[]> get(HttpClient http, String path) throws IOException, InterruptedException {
        URI uri = URI.create("https://127.0.0.1:" + endpoint.address().getPort() + path);
        return http.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofByteArray());
    }
}
