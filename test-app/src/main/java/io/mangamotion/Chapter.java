package io.mangamotion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;

/** A chapter to be converted, and which attempt at it this is. Immutable. */
final class Chapter {
    private static final double BYTES_PER_MB = 1024 * 1024;

    private final Path archive;
    private final int fileCount;
    private final long size;
    private final int attempt;

    private Chapter(Path archive, int fileCount, long size, int attempt) {
        this.archive = archive;
        this.fileCount = fileCount;
        this.size = size;
        this.attempt = attempt;
    }

    static Chapter of(Path archive) throws IOException {
        return new Chapter(archive, countFiles(archive), Files.size(archive), 1);
    }

    /** An archive that cannot be read has 0 files; the first attempt will say what is wrong with it. */
    private static int countFiles(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return (int) zip.stream().filter(entry -> !entry.isDirectory()).count();
        } catch (IOException e) {
            return 0;
        }
    }

    Chapter nextAttempt() {
        return new Chapter(archive, fileCount, size, attempt + 1);
    }

    /** The archive's name without its suffix. */
    String id() {
        String name = archive.getFileName().toString();
        return name.substring(0, name.length() - Home.SUFFIX.length());
    }

    /** The uploader, which is the part of the name before the first {@code _}; {@code null} when there is none. */
    String userId() {
        int end = id().indexOf('_');
        return end < 0 ? null : id().substring(0, end);
    }

    Path archive() {
        return archive;
    }

    /** The attempt, counted from 1. */
    int attempt() {
        return attempt;
    }

    int fileCount() {
        return fileCount;
    }

    /** The archive's size in MB, with two decimals. */
    String totalSizeMb() {
        return String.format(Locale.ROOT, "%.2f", size / BYTES_PER_MB);
    }

    @Override
    public String toString() {
        return id();
    }
}
