package io.mangamotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.mangamotion.SampleChapters.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.model.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MangaMotionTest {
    @TempDir
    Path root;

    private Home home;
    private SampleChapters samples;

    @BeforeEach
    void open() throws IOException {
        home = Home.open(root);
        samples = new SampleChapters(home.inbox, 7);
    }

    @Test
    void makes_a_film_and_thumbnails_of_a_good_chapter() throws Exception {
        String name = samples.write(Kind.GOOD).getFileName().toString();

        runOnce(new EicarScanner());

        Path results = home.out.resolve(name.replace(".cbz", ""));
        assertThat(namesIn(results))
                .containsExactly(
                        "chapter.mp4",
                        "thumb-001.jpg",
                        "thumb-002.jpg",
                        "thumb-003.jpg",
                        "thumb-004.jpg",
                        "thumb-005.jpg",
                        "thumb-006.jpg",
                        name);
        Picture frame =
                FrameGrab.getFrameFromFile(results.resolve("chapter.mp4").toFile(), 11);
        assertThat(frame.getWidth()).isEqualTo(320);
        assertThat(frame.getHeight()).isEqualTo(480);
        assertThat(ImageIO.read(results.resolve("thumb-006.jpg").toFile()).getHeight())
                .isEqualTo(144);
        assertThat(namesIn(home.inbox)).isEmpty();
        assertThat(namesIn(home.work)).isEmpty();
    }

    @Test
    void gives_up_on_a_truncated_archive_after_three_attempts() throws Exception {
        String name = samples.write(Kind.TRUNCATED).getFileName().toString();

        runOnce(new EicarScanner());

        assertThat(namesIn(home.dlq)).containsExactly(name);
        assertThat(namesIn(home.out)).isEmpty();
        assertThat(namesIn(home.work)).isEmpty();
        assertThat(new DeadLetters(home.dlq).size()).isEqualTo(1);
    }

    @Test
    void tries_a_chapter_with_a_broken_page_three_times_and_makes_nothing_of_it() throws Exception {
        String name = samples.write(Kind.BROKEN_PAGE).getFileName().toString();
        AtomicInteger scans = new AtomicInteger();

        runOnce(content -> {
            scans.incrementAndGet();
            return Verdict.CLEAN;
        });

        assertThat(scans).hasValue(3 * 6);
        assertThat(namesIn(home.dlq)).containsExactly(name);
        assertThat(namesIn(home.out)).isEmpty();
    }

    @Test
    void puts_an_infected_chapter_into_quarantine() throws Exception {
        String name = samples.write(Kind.INFECTED).getFileName().toString();

        runOnce(new EicarScanner());

        assertThat(namesIn(home.quarantine)).containsExactly(name);
        assertThat(namesIn(home.out)).isEmpty();
        assertThat(namesIn(home.dlq)).isEmpty();
    }

    @Test
    void tries_again_when_the_scanner_comes_back() throws Exception {
        samples.write(Kind.GOOD);
        AtomicInteger scans = new AtomicInteger();

        runOnce(content -> {
            if (scans.incrementAndGet() <= 2) throw new IOException("no scanner there");
            return Verdict.CLEAN;
        });

        assertThat(scans).hasValue(2 + 6);
        assertThat(namesIn(home.out)).hasSize(1);
    }

    @Test
    void gives_up_when_clamd_stays_away() throws Exception {
        String name = samples.write(Kind.GOOD).getFileName().toString();

        // Port 0 is nobody's.
        runOnce(Scanner.fromEnvironment(Map.of("CLAMD_HOST", "127.0.0.1", "CLAMD_PORT", "0")));

        assertThat(namesIn(home.dlq)).containsExactly(name);
    }

    @Test
    void finishes_what_an_earlier_process_left_in_work() throws Exception {
        Path archive = samples.write(Kind.GOOD);
        Files.move(archive, home.work.resolve(archive.getFileName()));

        runOnce(new EicarScanner());

        assertThat(namesIn(home.out)).hasSize(1);
        assertThat(namesIn(home.work)).isEmpty();
    }

    @Test
    void passes_many_chapters_and_their_retries_through_a_queue_of_one() throws Exception {
        for (int i = 0; i < 20; i++) samples.write(Kind.TRUNCATED);

        MangaMotion.runOnce(options("--queue", "1"), new EicarScanner());

        assertThat(namesIn(home.dlq)).hasSize(20);
    }

    private void runOnce(Scanner scanner) throws Exception {
        MangaMotion.runOnce(options("--workers", "2"), scanner);
    }

    private Options options(String option, String value) {
        return Options.parse("--home", root.toString(), "--once", "--retry-delay", "1", option, value);
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
