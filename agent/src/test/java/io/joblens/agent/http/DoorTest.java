package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what the others are told. */
class DoorTest {
    private static final String TOKEN = "a-token-that-nobody-guesses";
    private static final String ALICE = basic("alice", "w\u00f6nderland");

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private Endpoint endpoint;

    @AfterEach
    void stop() {
        endpoint.close();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void asks_for_credentials_everywhere_but_at_the_probe_of_health(String host) throws IOException {
        start(host, Door.of(Credentials.of(Map.of(), List.of(TOKEN)), Map.of()));
        for (String path : List.of("/", "/metrics", "/api/metrics", "/ids", "/nothing")) {
            Client.Answer answer = get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"joblens\"");
            assertThat(answer.text()).isEqualTo("this endpoint answers only with credentials\n");
        }
        assertThat(get("/-/healthy").status()).isEqualTo(200);
        assertThat(get("/metrics", bearer(TOKEN)).status()).isEqualTo(200);
        assertThat(get("/ids", bearer(TOKEN)).text()).isEqualTo("job-1 true\n");
        assertThat(get("/nothing", bearer(TOKEN)).status()).isEqualTo(404);
        assertThat(get("/metrics", bearer(TOKEN + "x")).status()).isEqualTo(401);
    }

    @Test
    void says_beyond_this_machine_how_to_see_what_is_of_single_jobs() throws IOException {
        start("0.0.0.0", Door.OPEN);
        assertThat(get("/ids").status()).isEqualTo(403);
        assertThat(get("/ids").text())
                .contains("http.token-file", "http.web-config")
                .doesNotContain("job-1");
        assertThat(get("/ids", bearer(TOKEN)).status()).isEqualTo(403);
        assertThat(get("/seen").text()).isEqualTo("false\n");
        assertThat(get("/metrics").status()).isEqualTo(200);
    }

    @Test
    void shows_everything_on_loopback_where_nothing_is_asked_for() throws IOException {
        start("127.0.0.1", Door.OPEN);
        assertThat(get("/ids").text()).isEqualTo("job-1 true\n");
        assertThat(get("/seen").text()).isEqualTo("true\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2a", "2b", "2y"})
    void knows_users_by_bcrypt(String version) throws IOException {
        start(
                "127.0.0.1",
                Door.of(Credentials.of(Map.of("alice", hash(version, "w\u00f6nderland")), List.of()), Map.of()));
        assertThat(get("/metrics", ALICE).status()).isEqualTo(200);
        assertThat(get("/metrics", ALICE).status()).isEqualTo(200);
        assertThat(get("/metrics", basic("alice", "wonderland")).status()).isEqualTo(401);
        assertThat(get("/metrics", basic("alice", "")).status()).isEqualTo(401);
        assertThat(get("/metrics", basic("bob", "w\u00f6nderland")).status()).isEqualTo(401);
        assertThat(get("/metrics", bearer(TOKEN)).status()).isEqualTo(401);
        assertThat(get("/metrics").header("WWW-Authenticate")).isEqualTo("Basic realm=\"joblens\", charset=\"UTF-8\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic YWxpY2U",
                "Basic YWxpY2U=",
                "Basic YW xpY2U6eA==",
                "Bearer",
                "Bearer ",
                "Digest username=\"alice\"",
                "YWxpY2U6eA==",
                "Basic Og==",
                "Bearer a, Bearer b"
            })
    void refuses_headers_that_are_no_credentials(String header) throws IOException {
        start("127.0.0.1", Door.of(Credentials.of(Map.of("alice", hash("2y", "x")), List.of(TOKEN)), Map.of()));
        assertThat(get("/metrics", "Authorization: " + header).status()).isEqualTo(401);
    }

    @Test
    void refuses_a_password_that_fills_the_head() throws IOException {
        start("127.0.0.1", Door.of(Credentials.of(Map.of("alice", hash("2y", "x")), List.of(TOKEN)), Map.of()));
        assertThat(get("/metrics", basic("alice", "x".repeat(5000))).status()).isEqualTo(401);
        assertThat(get("/metrics", basic("alice", "x".repeat(9000))).status()).isEqualTo(431);
    }

    @Test
    void stops_listening_to_a_guesser_but_not_to_those_it_knows() throws IOException {
        start(
                "127.0.0.1",
                Door.of(Credentials.of(Map.of("alice", hash("2y", "w\u00f6nderland")), List.of(TOKEN)), Map.of()));
        assertThat(get("/metrics", ALICE).status()).isEqualTo(200);
        for (int i = 0; i < Guesses.MOST; i++) {
            assertThat(get("/metrics", basic("alice", "guess" + i)).status()).isEqualTo(401);
        }
        Client.Answer shut = get("/metrics", basic("alice", "another"));
        assertThat(shut.status()).isEqualTo(429);
        assertThat(shut.header("Retry-After")).isEqualTo("60");
        assertThat(get("/metrics", bearer(TOKEN)).status())
                .as("right, but it could be a guess")
                .isEqualTo(429);
        assertThat(get("/metrics", ALICE).status()).as("known").isEqualTo(200);
    }

    @Test
    void follows_another_door() throws IOException {
        start("127.0.0.1", Door.of(Credentials.of(Map.of(), List.of(TOKEN)), Map.of()));
        assertThat(get("/metrics", bearer(TOKEN)).status()).isEqualTo(200);
        endpoint.use(Door.of(Credentials.of(Map.of(), List.of("another-token-of-ours")), Map.of()));
        assertThat(get("/metrics", bearer(TOKEN)).status()).isEqualTo(401);
        assertThat(get("/metrics", bearer("another-token-of-ours")).status()).isEqualTo(200);
        endpoint.use(Door.OPEN);
        assertThat(get("/metrics").status()).isEqualTo(200);
    }

    @Test
    void adds_headers_to_every_answer() throws IOException {
        Credentials token = Credentials.of(Map.of(), List.of(TOKEN));
        start("127.0.0.1", Door.of(token, Map.of("X-Frame-Options", "deny", "Content-Type", "text/html")));
        for (String path : List.of("/metrics", "/-/healthy")) {
            assertThat(get(path).header("X-Frame-Options")).isEqualTo("deny");
            assertThat(get(path).header("Content-Type"))
                    .as("its own goes first")
                    .startsWith("text/plain");
        }
    }

    private void start(String host, Door door) {
        Routes routes = MetricRoutes.of(Measured.seed())
                .add("/seen", request -> Response.text(200, request.maySeePersonal() + "\n"))
                .addPersonal("/ids", request -> Response.text(200, "job-1 " + request.maySeePersonal() + "\n"));
        endpoint = Endpoint.start(host, 0, 1, routes, door, problems::add);
    }

    private Client.Answer get(String path, String... headers) throws IOException {
        return Client.get(new InetSocketAddress("127.0.0.1", endpoint.address().getPort()), path, headers);
    }

    private static String hash(String version, String password) {
        byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        return OpenBSDBCrypt.generate(version, password.toCharArray(), salt, 4);
    }

    private static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }
}
