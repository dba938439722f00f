package io.mangamotion;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.joblens.api.Attempt;
import io.joblens.api.JobComplete;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import io.joblens.api.Scan;
import io.joblens.api.UserId;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.coobird.thumbnailator.Thumbnails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns one chapter into thumbnails and a film. Safe for use by several threads, each with its own chapter. */
final class Converter {
    private static final Logger log = LoggerFactory.getLogger(Converter.class);
    private static final int THUMBNAIL_WIDTH = 96;
    private static final int THUMBNAIL_HEIGHT = 144;

    private final Home home;
    private final Scanner scanner;

    Converter(Home home, Scanner scanner) {
        this.home = home;
        this.scanner = scanner;
    }

    /** One attempt at a chapter. When it throws, the archive lies where it lay. */
    @JobStart("chapter")
    @JobComplete(value = "chapter", skippedWhen = "return == QUARANTINED")
    Outcome convert(
            @JobId(path = "id")
                    @UserId(path = "userId")
                    @Attempt(path = "attempt")
                    @JobField(value = "file_count", path = "fileCount")
                    Chapter chapter,
            @JobField("total_size_mb") String totalSizeMb)
            throws IOException {
        List<ArchivedFile> files = ArchivedFile.readAll(chapter.archive());
        log.info("Read {} files, {} MB", files.size(), totalSizeMb);
        for (ArchivedFile file : files) {
            if (scan(file.name(), file.content()) == Verdict.INFECTED) {
                log.warn("Found malware in {}", file.name());
                move(chapter, home.quarantine);
                return Outcome.QUARANTINED;
            }
        }
        List<BufferedImage> pages = pagesOf(files);
        Path results = home.resultsOf(chapter);
        for (int i = 0; i < pages.size(); i++) {
            writeThumbnail(pages.get(i), results.resolve(String.format("thumb-%03d.jpg", i + 1)));
        }
        Path film = results.resolve("chapter.mp4");
        encode(pages, film);
        log.info("Wrote {} pages to {}, {} bytes", pages.size(), film.getFileName(), Files.size(film));
        move(chapter, results);
        return Outcome.CONVERTED;
    }

    @Scan(value = "clamav", infectedWhen = "return == INFECTED")
    private Verdict scan(@JobField("object_key") String name, byte[] content) throws IOException {
        return scanner.scan(content);
    }

    private static List<BufferedImage> pagesOf(List<ArchivedFile> files) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        for (ArchivedFile file : files) {
            if (file.isPage()) pages.add(Film.fit(file.image()));
        }
        if (pages.isEmpty()) throw new IOException("The chapter has no pages");
        return pages;
    }

    @Operation("thumbnail_generation")
    private static void writeThumbnail(BufferedImage page, @JobField("object_key") Path file) throws IOException {
        Thumbnails.of(page).size(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT).toFile(file.toFile());
    }

    @Operation("encode")
    private static void encode(List<BufferedImage> pages, @JobField("object_key") Path file) throws IOException {
        Film.write(pages, file);
    }

    private static void move(Chapter chapter, Path folder) throws IOException {
        Path archive = chapter.archive();
        Files.move(archive, folder.resolve(archive.getFileName()), REPLACE_EXISTING);
    }
}
