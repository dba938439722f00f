package io.mangamotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.mangamotion.SampleChapters.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleChaptersTest {
    @TempDir
    Path one;

    @TempDir
    Path other;

    @Test
    void makes_the_same_chapters_of_the_same_seed() throws IOException {
        new SampleChapters(one, 3).write(12);
        new SampleChapters(other, 3).write(12);

        assertThat(Home.archivesIn(one))
                .hasSize(12)
                .allSatisfy(archive ->
                        assertThat(other.resolve(archive.getFileName())).hasSameBinaryContentAs(archive));
    }

    @Test
    void makes_other_chapters_of_another_seed() throws IOException {
        Path first = new SampleChapters(one, 3).write(Kind.GOOD);
        Path second = new SampleChapters(one, 4).write(Kind.GOOD);

        assertThat(Files.readAllBytes(first)).isNotEqualTo(Files.readAllBytes(second));
    }

    @Test
    void names_user_and_size_in_a_chapter() throws IOException {
        Chapter chapter = Chapter.of(new SampleChapters(one, 3).write(Kind.INFECTED));

        assertThat(chapter.id()).matches("user-\\d_chapter-001");
        assertThat(chapter.userId()).matches("user-\\d");
        assertThat(chapter.fileCount()).isEqualTo(7);
        assertThat(chapter.totalSizeMb()).matches("0\\.\\d\\d");
        assertThat(chapter.nextAttempt().attempt()).isEqualTo(2);
    }
}
