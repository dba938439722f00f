package io.mangamotion;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.joblens.api.FailedJobsDlq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of chapters that failed for good, where somebody will look at them. */
final class DeadLetters {
    private final Path folder;

    DeadLetters(Path folder) {
        this.folder = folder;
    }

    void add(Chapter chapter) throws IOException {
        Path archive = chapter.archive();
        Files.move(archive, folder.resolve(archive.getFileName()), REPLACE_EXISTING);
    }

    @FailedJobsDlq
    int size() throws IOException {
        return Home.archivesIn(folder).size();
    }
}
