package io.mangamotion;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes sample chapters in a folder: good ones, and in every twelve two corrupt ones and one with malware. */
public final class SampleChapters {
    /** What a sample chapter is like. */
    enum Kind {
        GOOD,
        /** The archive ends in the middle. */
        TRUNCATED,
        /** One page ends in the middle. */
        BROKEN_PAGE,
        /** A file of the archive is the EICAR test file. */
        INFECTED
    }

    private static final int PAGES = 6;
    private static final int USERS = 5;
    private static final int CYCLE = 12;
    // A zip file keeps local time without a zone, so a local time gives the same bytes everywhere.
    private static final long ENTRY_TIME = new GregorianCalendar(2020, 0, 1).getTimeInMillis();

    private final Path folder;
    private final long seed;
    private int written;

    /** The same seed gives the same chapters. */
    SampleChapters(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /** Writes sample chapters: {@code SampleChapters DIR COUNT [SEED]}. */
    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3 || !args[1].matches("\\d{1,6}")) {
            System.err.println("Usage: java -cp mangamotion.jar io.mangamotion.SampleChapters DIR COUNT [SEED]");
            System.exit(2);
        }
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        Path folder = Files.createDirectories(Paths.get(args[0]));
        new SampleChapters(folder, args.length > 2 ? Long.parseLong(args[2]) : 1).write(Integer.parseInt(args[1]));
    }

    /** Writes the next chapters. */
    void write(int count) throws IOException {
        for (int i = 0; i < count; i++) write(kindOf(written));
    }

    /** Writes the next chapter, of the kind asked for, and returns its archive. */
    Path write(Kind kind) throws IOException {
        Random random = new Random(seed * 1_000_003 + written++);
        byte[] archive = archive(kind, random);
        String name = String.format("user-%d_chapter-%03d", 1 + random.nextInt(USERS), written);
        Path part = folder.resolve(name + ".part");
        Files.write(part, kind == Kind.TRUNCATED ? firstHalf(archive) : archive);
        // Whoever watches the folder must not see half a chapter.
        return Files.move(part, folder.resolve(name + Home.SUFFIX), ATOMIC_MOVE);
    }

    private static Kind kindOf(int index) {
        switch (index % CYCLE) {
            case 3:
                return Kind.TRUNCATED;
            case 6:
                return Kind.BROKEN_PAGE;
            case 8:
                return Kind.INFECTED;
            default:
                return Kind.GOOD;
        }
    }

    private static byte[] archive(Kind kind, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int page = 1; page <= PAGES; page++) {
                byte[] image = png(PageArtist.draw(random));
                boolean broken = kind == Kind.BROKEN_PAGE && page == PAGES;
                add(zip, String.format("page-%03d.png", page), broken ? firstHalf(image) : image);
            }
            if (kind == Kind.INFECTED) add(zip, "extras.txt", EicarScanner.testFile());
        }
        return bytes.toByteArray();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] firstHalf(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
