package io.mangamotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process of its own, with no annotation of the API on its class path. */
class ForkedMangaMotionTest {
    private static final List<String> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !holdsTheApi(Path.of(entry)))
            .toList();

    @TempDir
    Path root;

    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) process.destroyForcibly().waitFor();
    }

    @Test
    void has_a_class_path_without_the_api() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : CLASS_PATH) urls.add(Path.of(entry).toUri().toURL());
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            assertThat(loader.getResource("io/mangamotion/MangaMotion.class")).isNotNull();
            assertThat(loader.getResource("io/joblens/api/JobStart.class")).isNull();
        }
    }

    @Test
    void ends_with_status_0_when_the_inbox_is_empty() throws Exception {
        start("--home", root.toString(), "--once", "--generate", "4", "--retry-delay", "1");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(stderr()).isEmpty();
        assertThat(filesIn("out"))
                .filteredOn(file -> file.endsWith("chapter.mp4"))
                .hasSize(3);
        assertThat(filesIn("dlq")).hasSize(1);
    }

    @Test
    void stays_until_the_held_file_is_deleted() throws Exception {
        Path held = root.resolve("held");
        start("--home", root.toString(), "--once", "--hold", held.toString());
        await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(held));
        assertThat(process.isAlive()).isTrue();

        Files.delete(held);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void loses_no_chapter_when_it_is_stopped() throws Exception {
        start("--home", root.toString(), "--generate", "12", "--retry-delay", "1", "--queue", "2");
        await().atMost(60, TimeUnit.SECONDS).until(this::hasResults);

        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(stderr()).isEmpty();
        assertThat(filesIn("")).filteredOn(file -> file.endsWith(".cbz")).hasSize(12);
        assertThat(filesIn("work")).isNotEmpty();
    }

    @Test
    void says_how_it_is_used_when_the_command_line_is_wrong() throws Exception {
        start("--once");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(stderr()).startsWith("--home is missing").contains(Options.USAGE);
    }

    private void start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(File.pathSeparator, CLASS_PATH),
                "io.mangamotion.MangaMotion"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(root.resolve("stdout").toFile())
                .redirectError(root.resolve("stderr").toFile());
        builder.environment().keySet().removeAll(List.of("CLAMD_HOST", "CLAMD_PORT"));
        process = builder.start();
    }

    private boolean hasResults() {
        String[] results = root.resolve("out").toFile().list();
        return results != null && results.length > 0;
    }

    private String stderr() throws IOException {
        return Files.readString(root.resolve("stderr"));
    }

    private List<String> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static boolean holdsTheApi(Path entry) {
        return Files.exists(entry.resolve("io/joblens/api"))
                || entry.getFileName().toString().startsWith("joblens-api");
    }
}
