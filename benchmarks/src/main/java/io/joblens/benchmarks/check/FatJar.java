package io.joblens.benchmarks.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes a fat JAR in the layout of Spring Boot out of real libraries: again and again, under package names of their own, until
 * it is as large as wanted.
 *
 * <p>Arguments: the file to write, its size in MB, then the JARs whose classes it is made of.
 */
public final class FatJar {
    private static final String PREFIX = "copy";

    private FatJar() {}

    public static void main(String[] args) throws IOException {
        Path to = Path.of(args[0]);
        long size = Long.parseLong(args[1]) * 1_000_000;
        List<Path> libraries = new ArrayList<>();
        for (String library : List.of(args).subList(2, args.length)) {
            libraries.add(Path.of(library));
        }
        try (OutputStream file = Files.newOutputStream(to);
                ZipOutputStream jar = new ZipOutputStream(file)) {
            long written = 0;
            for (int copy = 0; written < size; copy++) {
                for (Path library : libraries) {
                    byte[] renamed = renamed(library, PREFIX + copy);
                    addStored(jar, "BOOT-INF/lib/" + PREFIX + copy + "-" + library.getFileName(), renamed);
                    written += renamed.length;
                }
            }
        }
        System.out.println(to + ": " + Files.size(to) / 1_000_000 + " MB");
    }

    /** The library with all its classes in another package; what is no class stays as it is. */
    private static byte[] renamed(Path library, String prefix) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(library.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content;
                try (InputStream in = from.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                boolean moves =
                        entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
                to.putNextEntry(new ZipEntry(moves ? prefix + "/" + entry.getName() : entry.getName()));
                to.write(moves ? moved(content, prefix) : content);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The class with its own name in front of everything moved; the names of others need not fit for what is measured. */
    private static byte[] moved(byte[] classFile, String prefix) {
        ClassName own = ClassName.in(classFile);
        byte[] name = (prefix + "/" + own.text()).getBytes(StandardCharsets.UTF_8);
        byte[] moved = new byte[classFile.length + name.length - own.length()];
        System.arraycopy(classFile, 0, moved, 0, own.at());
        moved[own.at() - 2] = (byte) (name.length >> 8);
        moved[own.at() - 1] = (byte) name.length;
        System.arraycopy(name, 0, moved, own.at(), name.length);
        int behind = own.at() + own.length();
        System.arraycopy(classFile, behind, moved, own.at() + name.length, classFile.length - behind);
        return moved;
    }

    /** As the loader of Spring Boot wants it. */
    private static void addStored(ZipOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
