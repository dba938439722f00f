package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTP/1.1 as strangers speak it. */
class ProtocolTest {
    private static final String HEALTHY = "GET /-/healthy HTTP/1.1\r\nHost: localhost\r\n";
    private static final String END = "\r\n";

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Endpoint endpoint =
            Endpoint.start("127.0.0.1", 0, MetricRoutes.of(Measured.registry()), problems::add);

    @AfterEach
    void stop() {
        endpoint.close();
        assertThat(problems).isEmpty();
    }

    static Stream<Arguments> malformed() {
        String x = "x".repeat(9000);
        return Stream.of(
                Arguments.of(400, "nonsense\r\n\r\n"),
                Arguments.of(400, "GET /\r\n\r\n"),
                Arguments.of(400, "\r\n\r\n"),
                Arguments.of(400, "\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, " GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1 \r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET / http/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.10\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "G@T / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET https://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /#fragment HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /\u00e9 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /% HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /%4 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /%4g HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /%g4 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost localhost\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\n: localhost\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\nHost: localhost\n\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: local\rhost\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u007fb\r\n\r\n"),
                Arguments.of(400, "\u0016\u0003\u0001\u0002\u0000\u0001"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0x1\r\n\r\n"),
                Arguments.of(
                        400, "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
                Arguments.of(
                        400,
                        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"),
                Arguments.of(
                        400,
                        "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0, 0\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: \r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\n\tX: folded\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\nY: b\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: localhost\r\n\u0000: a\r\n\r\n"),
                Arguments.of(400, "GET\t/ HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /%0d%0aX:%20y HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET /%-1 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(400, "GET ftp://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(413, "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n"),
                Arguments.of(431, "GET / HTTP/1.1\r\nHost: localhost\r\n" + "A: b\r\n".repeat(2000) + "\r\n"),
                Arguments.of(431, "GET / HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + x + "\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
                Arguments.of(413, "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"),
                Arguments.of(413, "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(405, "POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\n" + x),
                Arguments.of(431, "GET /" + x + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of(431, "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + x + "\r\n\r\n"),
                Arguments.of(505, "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n"),
                Arguments.of(505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refuses_and_closes(int status, String request) throws IOException {
        try (Client client = client(request)) {
            Client.Answer answer = client.read();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(answer.text()).hasLineCount(1).doesNotContain("Exception", "\tat ");
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void answers_other_methods_with_those_that_are_allowed_and_goes_on() throws IOException {
        for (String start : List.of("POST /metrics", "DELETE /", "OPTIONS *", "CONNECT x:1", "BREW /")) {
            try (Client client = client(start + " HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
                Client.Answer answer = client.read();
                assertThat(answer.status()).isEqualTo(405);
                assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
                assertThat(client.send(HEALTHY + END).read().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void answers_403_to_hosts_that_are_not_loopback() throws IOException {
        try (Client client = client("GET /metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n")) {
            assertThat(client.read().status()).isEqualTo(403);
        }
        try (Client client = client("GET http://evil.example/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(client.read().status()).isEqualTo(403);
        }
    }

    @Test
    void understands_absolute_targets() throws IOException {
        for (String target : List.of("/-/healthy", "/-/healthy?q", "", "?q")) {
            try (Client client = client("GET http://127.0.0.1:1" + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
                assertThat(client.read().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void closes_after_HTTP_1_0() throws IOException {
        try (Client client = client("GET /-/healthy HTTP/1.0\r\n\r\n")) {
            Client.Answer answer = client.read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void keeps_HTTP_1_0_alive_when_asked() throws IOException {
        try (Client client = client("GET /-/healthy HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")) {
            assertThat(client.read().header("Connection")).isEqualTo("keep-alive");
            assertThat(client.send(HEALTHY + END).read().status()).isEqualTo(200);
        }
    }

    @Test
    void closes_when_asked() throws IOException {
        try (Client client = client(HEALTHY + "Connection: foo, Close\r\n\r\n")) {
            assertThat(client.read().header("Connection")).isEqualTo("close");
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void answers_pipelined_requests_in_their_order() throws IOException {
        String scrape = "GET /api/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Client client = client((HEALTHY + END + scrape + "\r\n").repeat(20))) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.read().text()).isEqualTo("Healthy\n");
                assertThat(client.read().text()).startsWith("{");
            }
        }
    }

    @Test
    void stops_a_pipeline_at_the_first_request_that_is_malformed() throws IOException {
        try (Client client = client(HEALTHY + END + "nonsense\r\n\r\n" + HEALTHY + END)) {
            assertThat(client.read().status()).isEqualTo(200);
            assertThat(client.read().status()).isEqualTo(400);
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void understands_a_head_that_arrives_byte_by_byte() throws IOException {
        try (Client client = client("")) {
            for (char c : (END + HEALTHY + END).toCharArray()) {
                client.send(String.valueOf(c));
            }
            assertThat(client.read().status()).isEqualTo(200);
        }
    }

    @Test
    void allows_a_content_length_of_nothing() throws IOException {
        try (Client client = client(HEALTHY + "Content-Length: 0\r\n\r\n")) {
            assertThat(client.read().status()).isEqualTo(200);
            assertThat(client.send(HEALTHY + END).read().status()).isEqualTo(200);
        }
    }

    private Client client(String bytes) throws IOException {
        return new Client(endpoint.address()).send(bytes);
    }
}
