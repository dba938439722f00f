package io.mangamotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import xyz.capybara.clamav.ClamavClient;

/** A real clamd, which knows one signature of our own: that of the test file. */
public final class Clamd implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final Process process;
    private final int port;

    private Clamd(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one that keeps its files in an empty folder, and waits until it answers; where none is installed, the test is
     * skipped.
     */
    public static Clamd start(Path folder) throws IOException {
        Path binary = Stream.of(System.getenv("PATH").split(File.pathSeparator), new String[] {"/usr/sbin"})
                .flatMap(Stream::of)
                .map(entry -> Path.of(entry, "clamd"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(binary != null, "clamd is neither on the PATH nor in /usr/sbin; install clamav-daemon");
        int port = freePort();
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
        Process process = new ProcessBuilder(binary.toString(), "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        Clamd clamd = new Clamd(folder, process, port);
        await("clamd answers").atMost(START).until(clamd::answers);
        return clamd;
    }

    /** A file in which it finds something. */
    public static byte[] infected() {
        return EicarScanner.testFile();
    }

    /** The port it listens on, at 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean answers() {
        assertThat(process.isAlive()).as(this::log).isTrue();
        return new ClamavClient("127.0.0.1", port).isReachable(1000);
    }

    private String log() {
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
