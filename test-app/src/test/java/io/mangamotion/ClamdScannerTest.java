package io.mangamotion;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mangamotion.SampleChapters.Kind;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.capybara.clamav.ClamavClient;

/** The scanner against a real clamd, which knows one signature of our own. */
class ClamdScannerTest {
    private static final Duration START = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Process clamd;
    private static int port;

    @BeforeAll
    static void start_clamd() throws IOException {
        Path binary = Stream.of(System.getenv("PATH").split(File.pathSeparator), new String[] {"/usr/sbin"})
                .flatMap(Stream::of)
                .map(entry -> Path.of(entry, "clamd"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(binary != null, "clamd is neither on the PATH nor in /usr/sbin; install clamav-daemon");
        port = freePort();
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("own.ndb"),
                "MangaMotion-Test:0:0:" + HexFormat.of().formatHex(EicarScanner.testFile()) + "\n");
        Path configuration = folder.resolve("clamd.conf");
        Files.write(
                configuration,
                List.of(
                        "Foreground yes",
                        "TCPAddr 127.0.0.1",
                        "TCPSocket " + port,
                        "DatabaseDirectory " + signatures,
                        "TemporaryDirectory " + folder));
        clamd = new ProcessBuilder(binary.toString(), "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        await("clamd answers").atMost(START).until(ClamdScannerTest::answers);
    }

    @AfterAll
    static void end_clamd() throws InterruptedException {
        if (clamd != null) clamd.destroyForcibly().waitFor();
    }

    @Test
    void finds_a_clean_file_clean() throws IOException {
        assertThat(scanner().scan("a page".getBytes(US_ASCII))).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void finds_the_test_file_infected() throws IOException {
        assertThat(scanner().scan(EicarScanner.testFile())).isEqualTo(Verdict.INFECTED);
    }

    @Test
    void puts_an_infected_chapter_into_quarantine_and_converts_the_good_one(@TempDir Path root) throws Exception {
        Home home = Home.open(root);
        SampleChapters samples = new SampleChapters(home.inbox, 1);
        Path infected = samples.write(Kind.INFECTED);
        samples.write(Kind.GOOD);

        MangaMotion.runOnce(Options.parse("--home", root.toString(), "--once"), scanner());

        assertThat(home.quarantine.resolve(infected.getFileName())).exists();
        assertThat(home.out).isDirectoryContaining(results -> Files.exists(results.resolve("chapter.mp4")));
        assertThat(home.dlq).isEmptyDirectory();
    }

    private static Scanner scanner() {
        return Scanner.fromEnvironment(Map.of("CLAMD_HOST", "127.0.0.1", "CLAMD_PORT", String.valueOf(port)));
    }

    private static boolean answers() throws IOException {
        assertThat(clamd.isAlive()).as(() -> log()).isTrue();
        return new ClamavClient("127.0.0.1", port).isReachable(1000);
    }

    private static String log() {
        try {
            return Files.readString(folder.resolve("clamd.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
