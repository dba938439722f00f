package io.joblens.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A headless Chromium, spoken to by W3C WebDriver over HTTP. Not thread-safe. */
final class Browser implements AutoCloseable {
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1000");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String url;
    private String session = "";

    private Browser(Process driver, int port) {
        this.driver = driver;
        this.url = "http://127.0.0.1:" + port + "/session";
    }

    static boolean isInstalled() {
        return Files.isExecutable(DRIVER) && Files.isExecutable(CHROMIUM);
    }

    /** @param profile a folder that is not there yet */
    static Browser start(Path profile) throws IOException {
        int port = Launch.freePort();
        Process driver = new ProcessBuilder(DRIVER.toString(), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Browser browser = new Browser(driver, port);
        try {
            browser.open(profile);
            return browser;
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    private void open(Path profile) {
        List<String> arguments = Stream.concat(ARGUMENTS.stream(), Stream.of("--user-data-dir=" + profile))
                .toList();
        Map<String, Object> wanted = Map.of(
                "goog:loggingPrefs", Map.of("browser", "ALL"),
                "goog:chromeOptions", Map.of("binary", CHROMIUM.toString(), "args", arguments));
        JsonNode opened = await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .until(
                        () -> ask("POST", "", Map.of("capabilities", Map.of("alwaysMatch", wanted))),
                        answer -> answer.has("sessionId"));
        session = "/" + opened.get("sessionId").asText();
    }

    void show(String address) throws IOException, InterruptedException {
        ask("POST", "/url", Map.of("url", address));
    }

    /** What a script returns in the page. */
    String script(String code) throws IOException, InterruptedException {
        return ask("POST", "/execute/sync", Map.of("script", code, "args", List.of()))
                .asText();
    }

    /** The text a reader sees of an element. */
    String text(String selector) throws IOException, InterruptedException {
        return script("return document.querySelector('" + selector + "').innerText");
    }

    /** Waits until an element's text holds this one. */
    void awaitText(String selector, String part) {
        await(selector + " says " + part)
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> text(selector), text -> text.contains(part));
    }

    /** Clicks as a person does: on what lies in front at that place. */
    void click(String selector) throws IOException, InterruptedException {
        JsonNode element = ask("POST", "/element", Map.of("using", "css selector", "value", selector));
        ask("POST", "/element/" + element.elements().next().asText() + "/click", Map.of());
    }

    void prefer(String colorScheme) throws IOException, InterruptedException {
        control(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    }

    void width(int pixels) throws IOException, InterruptedException {
        control(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    }

    /** For whoever wants to look at what the test saw. */
    void photograph(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        Files.write(
                file, Base64.getDecoder().decode(ask("GET", "/screenshot", null).asText()));
    }

    /** What the console has said since it was asked last: errors and violations of the policy. */
    List<String> complaints() throws IOException, InterruptedException {
        JsonNode log = ask("POST", "/se/log", Map.of("type", "browser"));
        return StreamSupport.stream(log.spliterator(), false)
                .map(entry -> entry.get("message").asText())
                .toList();
    }

    @Override
    public void close() {
        try {
            if (!session.isEmpty()) {
                ask("DELETE", "", null);
            }
        } catch (IOException gone) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.descendants().forEach(ProcessHandle::destroyForcibly);
            driver.destroyForcibly();
        }
    }

    private void control(String command, Map<String, Object> parameters) throws IOException, InterruptedException {
        ask("POST", "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    private JsonNode ask(String method, String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + session + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        JsonNode value = json.readTree(
                        http.send(request, BodyHandlers.ofString()).body())
                .get("value");
        if (value.has("error")) {
            throw new IOException(
                    value.get("error").asText() + ": " + value.path("message").asText());
        }
        return value;
    }
}
