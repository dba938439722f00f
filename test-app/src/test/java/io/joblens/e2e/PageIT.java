package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live page in a real browser, on the worker's twelve chapters. */
class PageIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    Path root;

    @Test
    void shows_what_the_worker_did() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed (Debian package chromium)");
        Path held = root.resolve("held");
        try (ForkedApp app = Launch.on(Jvms.own())
                .jar(
                        Built.mangaMotion(),
                        "--home",
                        root.resolve("home").toString(),
                        "--once",
                        "--generate",
                        "12",
                        "--retry-delay",
                        "1",
                        "--hold",
                        held.toString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(held));
            String page = pageOf(app.port());
            assertThat(page)
                    .contains(">Live<", "Jobs per minute", "<canvas", "Nothing is running.")
                    .contains("<td>chapter</td>", "<td>clamav</td>", "No problem is known.");
            app.checkMetrics();
            Files.delete(held);
        }
    }

    /** What the page is like once its script has run for some virtual seconds. */
    private String pageOf(int port) throws IOException, InterruptedException {
        Path page = root.resolve("page.html");
        Process browser = new ProcessBuilder(List.of(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + root.resolve("browser"),
                        "--virtual-time-budget=6000",
                        "--dump-dom",
                        "http://127.0.0.1:" + port + "/"))
                .redirectOutput(page.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(60, TimeUnit.SECONDS))
                    .as("Chromium ends")
                    .isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(page);
    }
}
