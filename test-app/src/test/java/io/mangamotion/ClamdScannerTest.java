package io.mangamotion;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mangamotion.SampleChapters.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner against a real clamd. */
class ClamdScannerTest {
    @TempDir
    static Path folder;

    private static Clamd clamd;

    @BeforeAll
    static void start_clamd() throws IOException {
        clamd = Clamd.start(folder);
    }

    @AfterAll
    static void end_clamd() {
        if (clamd != null) clamd.close();
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
        return Scanner.fromEnvironment(Map.of("CLAMD_HOST", "127.0.0.1", "CLAMD_PORT", String.valueOf(clamd.port())));
    }
}
