package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mangamotion.Clamd;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class ClamdIT extends PresetContract {
    private static final String CAPYBARA = "io.joblens.scenarios.presets.CapybaraScans";
    private static final String SOLITA = "io.joblens.scenarios.presets.SolitaScans";
    private static final Map<String, Double> CAPYBARA_COUNTED = Map.of(
            "scan_clean_total{scan=\"clamd\"}", 4.0,
            "scan_infected_total{scan=\"clamd\"}", 4.0,
            "scan_failed_total{scan=\"clamd\"}", 1.0);
    private static final Map<String, Double> SOLITA_COUNTED = Map.of(
            "scan_clean_total{scan=\"clamd\"}", 2.0,
            "scan_infected_total{scan=\"clamd\"}", 2.0,
            "scan_failed_total{scan=\"clamd\"}", 1.0);

    @TempDir
    private static Path folder;

    private static Clamd clamd;
    private static ServerSocket brokenClamd;

    ClamdIT() {
        super("clamd");
    }

    @BeforeAll
    static void start() throws IOException {
        clamd = Clamd.start(Files.createDirectory(folder.resolve("clamd")));
        Files.writeString(folder.resolve("clean"), "nothing of note");
        Files.write(folder.resolve("infected"), Clamd.infected());
        brokenClamd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(ClamdIT::answerWithErrors);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterAll
    static void end() throws IOException {
        if (clamd != null) {
            clamd.close();
            brokenClamd.close();
        }
    }

    /** A daemon that can scan nothing, as where its disk is full. */
    private static void answerWithErrors() {
        while (!brokenClamd.isClosed()) {
            try (Socket socket = brokenClamd.accept()) {
                awaitContent(new DataInputStream(socket.getInputStream()));
                socket.getOutputStream().write("stream: No space ERROR\0".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException goneOrClosed) {
                // A client may leave as it likes, and the last accept ends with the test.
            }
        }
    }

    /** What a client sends is a command, and where that is a scan, chunks behind their lengths, of which the last is 0. */
    private static void awaitContent(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int letter = in.read(); letter > 0 && letter != '\n'; letter = in.read()) {
            command.append((char) letter);
        }
        if (command.toString().endsWith("INSTREAM")) {
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                in.readNBytes(length);
            }
        }
    }

    @Override
    List<Application> applications() {
        return List.of(
                new Application(CAPYBARA, "capybara-1.0.4", 8, CAPYBARA_COUNTED, Map.of()),
                new Application(CAPYBARA, "capybara-2.0.0", 8, CAPYBARA_COUNTED, Map.of()),
                new Application(CAPYBARA, "capybara-2.1.2", 8, CAPYBARA_COUNTED, Map.of()),
                new Application(SOLITA, "solita-1.0.1", 8, SOLITA_COUNTED, Map.of()));
    }

    @Override
    String[] arguments() {
        return new String[] {
            String.valueOf(clamd.port()),
            folder.resolve("clean").toString(),
            folder.resolve("infected").toString(),
            String.valueOf(brokenClamd.getLocalPort())
        };
    }

    @Override
    void assertLines(Application application, List<JsonNode> lines) {
        if (application.mainClass().equals(SOLITA)) {
            return;
        }
        List<JsonNode> infected = lines(lines, "Scan infected", "scan", "clamd");
        assertThat(infected).hasSize(4);
        assertThat(infected.get(0).path("virus").asText()).contains("MangaMotion-Test");
        assertThat(infected.get(1).path("virus").asText()).contains("MangaMotion-Test");
        assertThat(infected.get(1).path("path").asText())
                .isEqualTo(folder.resolve("infected").toString());
        assertThat(lines(lines, "Scan clean", "scan", "clamd").get(0).has("virus"))
                .isFalse();
    }

    /** What users say of the very method comes before the preset. */
    @OnEveryJvm
    void gives_way_to_a_rule_of_the_file_on_the_same_method(Jvm jvm) throws IOException {
        Path file = folder.resolve("joblens.yaml");
        Files.writeString(file, """
                rules:
                  - scan: mine
                    method: fi.solita.clamav.ClamAVClient.scan
                    parameters: [java.io.InputStream]
                    infected-when: return contains FOUND
                """);
        Map<String, Double> counted = Map.of(
                "scan_clean_total{scan=\"mine\"}", 3.0,
                "scan_infected_total{scan=\"mine\"}", 2.0);
        try (ForkedApp app = Launch.on(jvm)
                .option("config", file.toString())
                .classPath(Neighbour.libraries("solita-1.0.1"))
                .main(SOLITA, arguments())) {
            app.awaitStdout("ready");
            assertThat(counters(app, counted)).isEqualTo(counted);
        }
    }
}
