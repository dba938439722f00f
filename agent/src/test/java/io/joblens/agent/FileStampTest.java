package io.joblens.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {
    private static final FileTime THEN = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void has_a_file() throws IOException {
        file = written("joblens.yaml", "rules: []");
    }

    @Test
    void is_the_same_while_the_file_is() {
        assertThat(stamp()).isEqualTo(stamp()).hasSameHashCodeAs(stamp());
    }

    @Test
    void tells_a_file_that_has_grown_or_is_younger() throws IOException {
        FileStamp before = stamp();
        written("joblens.yaml", "rules: [ ]");
        assertThat(stamp()).isNotEqualTo(before);
        written("joblens.yaml", "rules: []");
        assertThat(stamp()).isEqualTo(before);
        Files.setLastModifiedTime(file, FileTime.fromMillis(THEN.toMillis() + 1000));
        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tells_another_file_of_the_same_size_and_time() throws IOException {
        FileStamp before = stamp();
        Files.move(written("fresh", "rules: ()"), file, StandardCopyOption.ATOMIC_MOVE);
        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void follows_the_links_of_a_config_map() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..1"));
        Path second = Files.createDirectory(folder.resolve("..2"));
        written("..1/map.yaml", "rules: []");
        written("..2/map.yaml", "rules: ()");
        Path data = Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        file = Files.createSymbolicLink(folder.resolve("map.yaml"), Path.of("..data", "map.yaml"));
        FileStamp before = stamp();
        Files.move(
                Files.createSymbolicLink(folder.resolve("..tmp"), second.getFileName()),
                data,
                StandardCopyOption.ATOMIC_MOVE);
        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void is_nothing_where_no_file_is() throws IOException {
        Files.delete(file);
        assertThat(stamp()).isNull();
        assertThat(FileStamp.of(folder.toString())).isNull();
        assertThat(FileStamp.of("\0")).isNull();
    }

    private FileStamp stamp() {
        return FileStamp.of(file.toString());
    }

    private Path written(String name, String text) throws IOException {
        Path written = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(written, THEN);
    }
}
