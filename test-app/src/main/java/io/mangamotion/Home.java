package io.mangamotion;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders of one MangaMotion. A chapter's archive lies in exactly one of them at any time. */
final class Home {
    static final String SUFFIX = ".cbz";

    /** Where chapters are dropped. */
    final Path inbox;
    /** Chapters that are queued or being converted. */
    final Path work;
    /** A folder for each finished chapter: the film, the thumbnails, the archive. */
    final Path out;
    /** Chapters that failed for good. */
    final Path dlq;
    /** Chapters with malware in them. */
    final Path quarantine;

    private Home(Path root) {
        inbox = root.resolve("inbox");
        work = root.resolve("work");
        out = root.resolve("out");
        dlq = root.resolve("dlq");
        quarantine = root.resolve("quarantine");
    }

    /** Makes the folders that are missing, and puts what an earlier process left unfinished back into the inbox. */
    static Home open(Path root) throws IOException {
        Home home = new Home(root);
        for (Path folder : new Path[] {home.inbox, home.work, home.out, home.dlq, home.quarantine}) {
            Files.createDirectories(folder);
        }
        for (Path archive : archivesIn(home.work)) {
            Path place = home.inbox.resolve(archive.getFileName());
            // A newer upload of the same name is the one that counts.
            if (Files.exists(place)) Files.delete(archive);
            else Files.move(archive, place, ATOMIC_MOVE);
        }
        return home;
    }

    /** The archives in a folder, by name. */
    static List<Path> archivesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    /** The folder for the results of a chapter, made when missing. */
    Path resultsOf(Chapter chapter) throws IOException {
        return Files.createDirectories(out.resolve(chapter.id()));
    }
}
