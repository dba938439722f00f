package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many clients, slow clients, and clients that want nothing. */
class CrowdTest {
    private static final String HEALTHY = "GET /-/healthy HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final List<Client> clients = new ArrayList<>();
    private Endpoint endpoint;

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
        for (Client client : clients) {
            client.close();
        }
    }

    @Test
    void serves_a_scrape_beside_500_idle_connections() throws IOException {
        start(Limits.DEFAULT);
        for (int i = 0; i < 500; i++) {
            connect();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(Client.get(endpoint.address(), "/metrics").status()).isEqualTo(200);
        }
        assertThat(clients.get(0).isAtEnd()).as("the idlest makes room").isTrue();
    }

    @Test
    void serves_a_scrape_beside_500_connections_that_trickle() throws IOException {
        start(Limits.DEFAULT);
        for (int i = 0; i < 500; i++) {
            connect().send("GET /metr");
        }
        for (int i = 256; i < 500; i++) {
            clients.get(i).send("i");
            assertThat(Client.get(endpoint.address(), "/metrics").status()).isEqualTo(200);
        }
    }

    @Test
    void tells_a_client_that_its_head_took_too_long() throws IOException {
        start(Limits.DEFAULT.headMillis(50));
        Client slow = connect().send("GET / HTTP/1.1\r\n");
        assertThat(slow.read().status()).isEqualTo(408);
        assertThat(slow.isAtEnd()).isTrue();
    }

    @Test
    void closes_connections_that_are_idle_for_too_long() throws IOException {
        start(Limits.DEFAULT.idleMillis(50));
        Client client = connect().send(HEALTHY);
        assertThat(client.read().status()).isEqualTo(200);
        assertThat(client.isAtEnd()).isTrue();
    }

    @Test
    void closes_connections_that_do_not_take_their_answer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        byte[] large = new byte[64 * 1024 * 1024];
        start(Limits.DEFAULT.stallMillis(50), "/large", request -> {
            asked.countDown();
            return Response.ok("application/octet-stream", large);
        });
        Client client = connect().send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> isRefusedByPeer(client));
    }

    @Test
    void delivers_a_large_answer_to_a_client_that_reads() throws IOException {
        byte[] large = new byte[8 * 1024 * 1024];
        new Random(1).nextBytes(large);
        start(Limits.DEFAULT, "/large", request -> Response.ok("application/octet-stream", large));
        assertThat(Client.get(endpoint.address(), "/large").body()).isEqualTo(large);
    }

    @Test
    void keeps_no_more_than_a_few_answers_for_clients_that_do_not_read() throws IOException {
        byte[] large = new byte[16 * 1024 * 1024];
        start(Limits.DEFAULT, "/large", request -> Response.ok("application/octet-stream", large));
        for (int i = 0; i < 40; i++) {
            connect().send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        await().until(() -> isRefusedByPeer(clients.get(0)));
        assertThat(Client.get(endpoint.address(), "/large").body()).hasSameSizeAs(large);
    }

    @Test
    void answers_that_it_is_healthy_while_all_workers_wait() throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        start(Limits.DEFAULT, "/waits", request -> {
            release.await();
            return Response.text(200, "done\n");
        });
        for (int i = 0; i < 10; i++) {
            connect().send("GET /waits HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        assertThat(Client.get(endpoint.address(), "/-/healthy").status()).isEqualTo(200);
        release.countDown();
        for (Client client : clients) {
            assertThat(client.read().text()).isEqualTo("done\n");
        }
    }

    @Test
    void goes_on_after_clients_that_leave_in_the_middle() throws IOException {
        start(Limits.DEFAULT);
        for (int i = 0; i < 100; i++) {
            try (Client client = new Client(endpoint.address())) {
                client.send(i % 2 == 0 ? "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n" : "GET /metr");
            }
        }
        assertThat(Client.get(endpoint.address(), "/metrics").status()).isEqualTo(200);
    }

    private void start(Limits limits) {
        start(limits, "/none", request -> Response.text(200, ""));
    }

    private void start(Limits limits, String path, Route route) {
        endpoint = Endpoint.start(
                "127.0.0.1",
                0,
                1,
                MetricRoutes.of(Measured.seed()).add(path, route),
                Door.OPEN,
                CrowdTest::unexpected,
                limits);
    }

    private static void unexpected(String sentence) {
        throw new AssertionError(sentence);
    }

    private Client connect() throws IOException {
        Client client = new Client(endpoint.address());
        clients.add(client);
        return client;
    }

    /** Sending to a connection the other side has closed fails, if not the first time. */
    private static boolean isRefusedByPeer(Client client) {
        try {
            client.send("x");
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
