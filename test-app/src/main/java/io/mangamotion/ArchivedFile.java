package io.mangamotion;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/** One file of a chapter's archive. */
final class ArchivedFile {
    private static final int BUFFER_BYTES = 8192;

    private final String name;
    private final byte[] content;

    private ArchivedFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** All files of an archive, by name, which is the order of the pages. */
    static List<ArchivedFile> readAll(Path archive) throws IOException {
        List<ArchivedFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(entries::add);
            entries.sort(Comparator.comparing(ZipEntry::getName));
            for (ZipEntry entry : entries) files.add(new ArchivedFile(entry.getName(), read(zip, entry)));
        }
        return files;
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(BUFFER_BYTES);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) content.write(buffer, 0, n);
        }
        return content.toByteArray();
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    boolean isPage() {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)");
    }

    BufferedImage image() throws IOException {
        BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new IOException("Page " + name + " cannot be read: " + e.getMessage(), e);
        }
        if (image == null) throw new IOException("Page " + name + " is in no image format known here");
        return image;
    }
}
