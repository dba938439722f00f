package io.joblens.agent.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushgatewayTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    private Path folder;

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        int status = statuses.isEmpty() ? 200 : statuses.remove();
        byte[] body = ("answer " + status + "\nand more").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void puts_the_text_that_a_scrape_would_get() throws Exception {
        push(null, LONG);
        assertThat(requests).containsExactly("PUT /base/metrics/job/a text/plain; version=0.0.4; charset=utf-8 null");
        assertThat(bodies.get(0))
                .contains("# TYPE job_processed_total counter\njob_processed_total{job_type=\"b\"} 0\n");
    }

    @Test
    void says_who_it_is() throws Exception {
        push(Credentials.of("us\u00e9r", "p:w"), LONG);
        Path file = Files.writeString(folder.resolve("password"), "p:w\r\n");
        push(Credentials.inFile("us\u00e9r", file.toString()), LONG);
        assertThat(requests).hasSize(2).allMatch(request -> request.endsWith(" Basic dXPDqXI6cDp3"));
    }

    @Test
    void says_that_there_is_no_such_file() {
        String file = folder.resolve("missing").toString();
        assertThatThrownBy(() -> push(Credentials.inFile("a", file), LONG))
                .isInstanceOf(Undelivered.class)
                .hasMessage("the metrics were not pushed: push.password-file " + file
                        + " cannot be read; it takes a file with nothing but the password");
        assertThat(requests).isEmpty();
    }

    @Test
    void tries_again_what_may_pass() throws Exception {
        statuses.addAll(List.of(503, 429, 500));
        push(null, LONG);
        assertThat(requests).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 404, 413})
    void does_not_repeat_what_was_refused(int status) {
        statuses.add(status);
        assertThatThrownBy(() -> push(null, LONG))
                .isInstanceOf(Undelivered.class)
                .hasMessageStartingWith(
                        "the metrics were not pushed to " + url() + "/metrics/job/a: it answered " + status)
                .hasMessageEndingWith(": answer " + status);
        assertThat(requests).hasSize(1);
    }

    @Test
    void gives_up_when_the_time_is_over() {
        for (int i = 0; i < 1000; i++) {
            statuses.add(503);
        }
        assertThatThrownBy(() -> push(null, TimeUnit.MILLISECONDS.toNanos(1500)))
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("it answered 503 Service Unavailable: answer 503 (attempt ");
        assertThat(requests).hasSizeBetween(2, 10);
    }

    @Test
    void gives_up_on_a_server_that_never_answers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            assertThatThrownBy(() -> Pushgateway.at(url, "a", Map.of(), null)
                            .deliver(registry(), Deadline.in(TimeUnit.MILLISECONDS.toNanos(200))))
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("SocketTimeoutException");
        }
    }

    @Test
    void gives_up_on_an_answer_that_comes_in_drops() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread drops = new Thread(() -> drip(dripping));
            drops.start();
            String url = "http://127.0.0.1:" + dripping.getLocalPort();
            assertThatThrownBy(() -> Pushgateway.at(url, "a", Map.of(), null)
                            .deliver(registry(), Deadline.in(TimeUnit.MILLISECONDS.toNanos(500))))
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("SocketTimeoutException");
            drops.join();
        }
    }

    /** One header, without an end as long as somebody listens; as long as an answer may be, it takes ten times the deadline. */
    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            for (; ; ) {
                socket.getOutputStream().write('H');
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(600));
            }
        } catch (IOException gone) {
            // As it should be.
        }
    }

    private void push(Credentials credentials, long nanos) throws Undelivered {
        Pushgateway.at(url() + "/", "a", Map.of(), credentials).deliver(registry(), Deadline.in(nanos));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/base";
    }

    private static Registry registry() {
        Registry registry = new Registry(Map.of(), 10, 10, Clock.SYSTEM, new Registry.Listener() {
            @Override
            public void failed(Throwable thrown) {}

            @Override
            public void namesExhausted(String label, String name, int most) {}
        });
        registry.job("b");
        return registry;
    }
}
