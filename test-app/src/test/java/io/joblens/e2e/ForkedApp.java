package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * An application in a JVM of its own. {@link #close} has it end and makes the house checks: the exit status and stderr are as
 * expected, no error was counted, no run is left, and nothing is bound where no job is.
 *
 * <p>The application waits for its stdin to end before it does; what is asked of the endpoint is asked before.
 */
final class ForkedApp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Launch launch;
    private final Lines stdout;
    private final Lines stderr;
    private boolean checked;

    ForkedApp(Process process, int port, Launch launch) {
        this.process = process;
        this.port = port;
        this.launch = launch;
        stdout = Lines.of(process.getInputStream(), "stdout of " + process.pid());
        stderr = Lines.of(process.getErrorStream(), "stderr of " + process.pid());
    }

    /** The port of the endpoint. */
    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What {@code /metrics} says now, waiting for the endpoint if need be. */
    Scrape scrape() {
        return Scrape.of(get("/metrics").body());
    }

    /** What {@code /metrics} says as soon as the condition holds of it. */
    Scrape scrape(Predicate<Scrape> condition) {
        Scrape[] last = new Scrape[1];
        await().atMost(PATIENCE)
                .failFast("the application has ended", () -> !process.isAlive())
                .until(() -> condition.test(last[0] = scrape()));
        return last[0];
    }

    /** What {@code /api/metrics} says now. */
    JsonNode json() {
        return parse(get("/api/metrics").body());
    }

    /** An answer of the endpoint, waiting for it to listen if need be. */
    HttpResponse<String> get(String path) {
        return get(path, "*/*");
    }

    /** As {@link #get(String)}, for a client that wants this content type. */
    HttpResponse<String> get(String path, String accepted) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accepted)
                .timeout(PATIENCE)
                .build();
        return await().atMost(PATIENCE)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .ignoreException(ConnectException.class)
                .failFast("the application has ended", () -> !process.isAlive())
                .until(() -> HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)), answer -> true);
    }

    /** Waits for a line on stdout that holds this text. */
    ForkedApp awaitStdout(String part) {
        await(part).atMost(PATIENCE).until(() -> !process.isAlive() || stdout.holds(part));
        // What a process that has ended wrote may still be on its way.
        assertThat(process.isAlive() ? stdout.soFar() : stdout())
                .as(() -> "stdout; stderr: " + stderr.soFar())
                .anyMatch(line -> line.contains(part));
        return this;
    }

    /** Whether a line on stdout holds this text. */
    boolean hasWritten(String part) {
        return stdout.holds(part);
    }

    /** Sends a line to stdin. */
    void send(String line) {
        try {
            OutputStream stdin = process.getOutputStream();
            stdin.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            stdin.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line on stderr that holds this text. */
    void awaitStderr(String part) {
        await(part).atMost(PATIENCE).until(() -> !process.isAlive() || stderr.holds(part));
    }

    /** Ends stdin and waits for the end of the process; returns its exit status. */
    int waitFor() {
        try {
            endStdin();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the application ends; stdout so far: %s stderr: %s", stdout.soFar(), stderr.soFar())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All lines of stdout; waits for the end of the process. */
    List<String> stdout() {
        return linesOf(stdout);
    }

    /** All lines of stderr; waits for the end of the process. */
    List<String> stderr() {
        return linesOf(stderr);
    }

    /** The lines of stdout that are not lifecycle lines; waits for the end of the process. */
    List<String> applicationLines() {
        return stdout().stream().filter(line -> !isLifecycle(line)).toList();
    }

    /** The lifecycle lines in JSON; waits for the end of the process. */
    List<JsonNode> lifecycleLines() {
        return stdout().stream()
                .filter(ForkedApp::isLifecycle)
                .map(ForkedApp::parse)
                .toList();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** Makes the checks of {@link #close} that need the endpoint, for an application that does not wait for its stdin. */
    void checkMetrics() {
        checkMetrics(0);
    }

    /** The same where this many runs go on until the application ends. */
    void checkMetrics(int active) {
        checked = true;
        Scrape scrape = scrape();
        assertThat((int) scrape.sum("joblens_errors_total"))
                .as(() -> "joblens_errors_total; stderr: " + stderr.soFar())
                .matches(launch.expectedErrors::test, "the expected number of errors");
        assertThat(scrape.sum("active_jobs")).as(scrape.text()).isEqualTo(active);
    }

    /** Leaves out the checks of {@link #close} that need the endpoint: what a scrape loads is not to be seen. */
    void leaveUnscraped() {
        checked = true;
    }

    @Override
    public void close() {
        try {
            checkMetricsUnlessDone();
            assertThat(waitFor()).as(() -> "exit status; stderr: " + stderr()).isEqualTo(launch.expectedExit);
            checkStderr();
            assertThat(stdout()).filteredOn(line -> line.startsWith("outside")).allMatch(line -> line.endsWith("[]"));
        } finally {
            process.toHandle().destroyForcibly();
        }
    }

    private void checkStderr() {
        List<String> lines = stderr();
        if (launch.unwantedOnStderr != null) {
            assertThat(lines).as("stderr").noneMatch(line -> line.contains(launch.unwantedOnStderr));
            return;
        }
        assertThat(lines).as("stderr").hasSameSizeAs(launch.expectedStderr);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).matches(launch.expectedStderr.get(i));
        }
    }

    private void checkMetricsUnlessDone() {
        if (port != 0 && !checked && process.isAlive()) {
            checkMetrics();
        }
    }

    private List<String> linesOf(Lines lines) {
        checkMetricsUnlessDone();
        waitFor();
        try {
            return lines.all();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void endStdin() {
        try {
            process.getOutputStream().close();
        } catch (IOException ended) {
            // A process that has ended reads no more.
        }
    }

    private static boolean isLifecycle(String line) {
        return line.startsWith("{\"timestamp\":");
    }
}
