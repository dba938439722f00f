package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Registry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Registry registry = Measured.seed();
    private Endpoint endpoint;
    private InetSocketAddress address;

    @BeforeEach
    void start() {
        Routes routes = MetricRoutes.of(registry).add("/broken", request -> {
            throw new IllegalStateException("the cause");
        });
        endpoint = Endpoint.start("127.0.0.1", 0, routes, problems::add);
        address = endpoint.address();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void serves_the_text_of_the_registry() throws IOException {
        Client.Answer answer = Client.get(address, "/metrics?x=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.text()).contains("job_processed_total 1250\n").isEqualTo(Measured.prometheus(registry));
    }

    @Test
    void serves_OpenMetrics_to_those_who_ask() throws IOException {
        Client.Answer answer = Client.get(address, "/metrics", "Accept: application/openmetrics-text; version=1.0.0");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(answer.text()).contains("job_processed_total 1250\n").isEqualTo(Measured.openMetrics(registry));
    }

    @Test
    void serves_the_JSON_of_the_registry() throws IOException {
        Client.Answer answer = Client.get(address, "/api/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.text()).isEqualTo(Measured.json(registry));
    }

    @Test
    void says_that_it_is_healthy() throws IOException {
        Client.Answer answer = Client.get(address, "/-/healthy");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text()).isEqualTo("Healthy\n");
    }

    @Test
    void shows_what_is_of_single_jobs_on_loopback_only() throws IOException {
        Route ids = request -> Response.text(200, "job-1\n");
        Endpoint everywhere =
                Endpoint.start("0.0.0.0", 0, MetricRoutes.of(registry).addPersonal("/ids", ids), problems::add);
        try {
            InetSocketAddress here =
                    new InetSocketAddress("127.0.0.1", everywhere.address().getPort());
            assertThat(Client.get(here, "/ids").status()).isEqualTo(403);
            assertThat(Client.get(here, "/ids").text()).doesNotContain("job-1").contains("/metrics");
            assertThat(Client.get(here, "/metrics").status()).isEqualTo(200);
        } finally {
            everywhere.close();
        }
    }

    @Test
    void serves_a_page_that_loads_nothing_from_elsewhere_and_runs_nothing_inline() throws IOException {
        Client.Answer page = Client.get(address, "/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.text()).doesNotContain("<style", "style=\"", "://");
        for (PageFile file : PageFile.values()) {
            assertThat(Client.get(address, file.path()).status())
                    .as(file.path())
                    .isEqualTo(200);
        }
    }

    @Test
    void says_on_every_response_not_to_guess_and_not_to_keep() throws IOException {
        for (String path : List.of("/", "/metrics", "/api/metrics", "/-/healthy", "/nothing", "/broken")) {
            Client.Answer answer = Client.get(address, path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        }
    }

    @Test
    void compresses_for_those_who_ask() throws IOException {
        for (String path : List.of("/metrics", "/api/metrics")) {
            Client.Answer packed = Client.get(address, path, "Accept-Encoding: gzip");
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
            assertThat(plain).isEqualTo(Client.get(address, path).body());
        }
    }

    @Test
    void answers_HEAD_like_GET_without_a_body() throws IOException {
        try (Client client = new Client(address)) {
            client.send("HEAD /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Client.Answer head = client.readHead();
            assertThat(head.headers()).isEqualTo(Client.get(address, "/metrics").headers());
            // The next answer follows at once, so nothing of a body was sent.
            assertThat(client.send("GET /-/healthy HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .read()
                            .text())
                    .isEqualTo("Healthy\n");
        }
    }

    @Test
    void answers_404_where_nothing_is() throws IOException {
        assertThat(Client.get(address, "/metrics/../secret").status()).isEqualTo(404);
        assertThat(Client.get(address, "/%2e%2e/metrics").status()).isEqualTo(404);
    }

    @Test
    void decodes_paths() throws IOException {
        assertThat(Client.get(address, "/%6Detrics").status()).isEqualTo(200);
    }

    @Test
    void answers_500_without_the_cause_and_reports_it_once() throws IOException {
        for (int i = 0; i < 3; i++) {
            Client.Answer answer = Client.get(address, "/broken");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("cause");
        }
        assertThat(problems).singleElement().asString().contains("/broken").contains("the cause");
    }

    @Test
    void says_in_one_sentence_that_the_port_is_taken() {
        int port = address.getPort();
        assertThat(Endpoint.start("127.0.0.1", port, new Routes(), problems::add))
                .isNull();
        assertThat(problems)
                .containsExactly("http.port " + port + " is taken on 127.0.0.1; metrics are recorded but not served; "
                        + "set http.port to a free one");
    }

    @Test
    void says_in_one_sentence_that_the_host_is_unknown() {
        assertThat(Endpoint.start("no.such.host.invalid", 0, new Routes(), problems::add))
                .isNull();
        assertThat(problems)
                .containsExactly("http.host no.such.host.invalid cannot be resolved; metrics are recorded but not "
                        + "served; set http.host to an address of this machine");
    }

    @Test
    void says_in_one_sentence_that_the_address_is_not_ours() {
        assertThat(Endpoint.start("192.0.2.1", 0, new Routes(), problems::add)).isNull();
        assertThat(problems).singleElement().asString().startsWith("http.host 192.0.2.1 is not an address of this");
    }

    @Test
    void says_in_one_sentence_that_a_port_is_none() {
        assertThat(Endpoint.start("127.0.0.1", 70_000, new Routes(), problems::add))
                .isNull();
        assertThat(problems).singleElement().asString().startsWith("http.port 70000 is not a port");
    }

    @Test
    void serves_on_IPv6_loopback() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            assertThat(probe.isBound()).isTrue();
        } catch (IOException e) {
            Assumptions.abort("this machine has no IPv6");
        }
        for (String host : List.of("::1", "[::1]")) {
            Endpoint six = Endpoint.start(host, 0, MetricRoutes.of(registry), problems::add);
            try (Client client = new Client(six.address())) {
                client.send("GET /-/healthy HTTP/1.1\r\nHost: [::1]:"
                        + six.address().getPort() + "\r\n\r\n");
                assertThat(client.read().status()).isEqualTo(200);
            } finally {
                six.close();
            }
        }
    }

    @Test
    void runs_on_daemon_threads_that_hold_nothing_of_the_application() throws IOException {
        Client.get(address, "/metrics");
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("joblens-http"))
                .toList();
        assertThat(threads).hasSizeGreaterThanOrEqualTo(2).allSatisfy(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getContextClassLoader()).isNull();
        });
    }

    @Test
    void frees_its_port_when_closed() {
        endpoint.close();
        Awaitility.await().until(() -> {
            Endpoint again = Endpoint.start("127.0.0.1", address.getPort(), new Routes(), sentence -> {});
            if (again != null) {
                again.close();
            }
            return again != null;
        });
    }
}
