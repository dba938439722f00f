package io.joblens.agent.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The class files of a folder or an archive, and of the archives inside, however deep: a Spring Boot JAR, a WAR, a folder with
 * JARs. An archive is read from its beginning to its end, and nothing is unpacked to disk.
 */
final class ClassFileSource {
    private static final int CHUNK = 1 << 16;
    private static final String CLASS = ".class";

    /** Takes what is found. */
    interface Visitor {
        /** @param place where the file is; the last element is the entry, or the path below the folder */
        void classFile(List<String> place, byte[] bytes);

        /** An archive inside, or a file, that cannot be read. */
        void unreadable(String place, IOException why);
    }

    private final Path root;
    private final Visitor visitor;
    private final byte[] chunk = new byte[CHUNK];

    private ClassFileSource(Path root, Visitor visitor) {
        this.root = root;
        this.visitor = visitor;
    }

    /**
     * Visits all class files.
     *
     * @param root a folder or an archive
     */
    static void visit(Path root, Visitor visitor) {
        ClassFileSource source = new ClassFileSource(root, visitor);
        try {
            if (Files.isDirectory(root)) {
                source.visitFolder();
            } else {
                source.visitArchive(root, Collections.<String>emptyList());
            }
        } catch (IOException e) {
            visitor.unreadable(root.toString(), e);
        }
    }

    /** Reads one class file again. */
    static byte[] read(Path root, final List<String> place) throws IOException {
        if (Files.isDirectory(root)) {
            Path file = root.resolve(place.get(0));
            return place.size() == 1 ? Files.readAllBytes(file) : read(file, place.subList(1, place.size()));
        }
        try (ZipFile archive = new ZipFile(root.toFile())) {
            ZipEntry entry = archive.getEntry(place.get(0));
            return entry == null ? null : read(archive.getInputStream(entry), place.subList(1, place.size()));
        } catch (IllegalArgumentException badName) {
            throw new IOException(badName.getMessage(), badName);
        }
    }

    private static byte[] read(InputStream in, List<String> place) throws IOException {
        if (place.isEmpty()) {
            return bytes(in, new byte[CHUNK]);
        }
        ZipInputStream archive = new ZipInputStream(in);
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (entry.getName().equals(place.get(0))) {
                return read(archive, place.subList(1, place.size()));
            }
        }
        return null;
    }

    private void visitFolder() throws IOException {
        List<Path> files = new ArrayList<Path>();
        try (Stream<Path> below = Files.walk(root)) {
            for (Path file : (Iterable<Path>) below.sorted()::iterator) {
                files.add(file);
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (!Files.isRegularFile(file)) {
                continue;
            }
            List<String> place = Collections.singletonList(name);
            try {
                if (isClass(name)) {
                    visitor.classFile(place, Files.readAllBytes(file));
                } else if (isArchive(name)) {
                    visitArchive(file, place);
                }
            } catch (IOException e) {
                visitor.unreadable(file.toString(), e);
            }
        }
    }

    /** Through its directory, because an executable Spring Boot JAR begins with a shell script. */
    private void visitArchive(Path file, List<String> outer) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (isClass(entry.getName()) || isArchive(entry.getName())) {
                    try (InputStream in = archive.getInputStream(entry)) {
                        visitEntry(entry.getName(), in, outer);
                    }
                }
            }
        } catch (IllegalArgumentException badName) {
            throw new IOException(badName.getMessage(), badName);
        }
    }

    private void visitEntry(String name, InputStream in, List<String> outer) throws IOException {
        List<String> place = new ArrayList<String>(outer);
        place.add(name);
        if (isClass(name)) {
            visitor.classFile(place, bytes(in, chunk));
            return;
        }
        try {
            visitNested(new ZipInputStream(in), place);
        } catch (IOException | IllegalArgumentException corrupt) {
            visitor.unreadable(root + "!" + String.join("!", place), new IOException(corrupt.getMessage(), corrupt));
        }
    }

    private void visitNested(ZipInputStream archive, List<String> place) throws IOException {
        ZipEntry entry = archive.getNextEntry();
        if (entry == null) {
            throw new IOException("it holds nothing, or is no archive");
        }
        for (; entry != null; entry = archive.getNextEntry()) {
            if (isClass(entry.getName()) || isArchive(entry.getName())) {
                visitEntry(entry.getName(), archive, place);
            }
        }
    }

    /** Classes below META-INF are other versions of those beside it. */
    private static boolean isClass(String name) {
        return name.endsWith(CLASS)
                && !name.startsWith("META-INF/")
                && !name.endsWith("module-info.class")
                && !name.endsWith("package-info.class");
    }

    private static boolean isArchive(String name) {
        return name.endsWith(".jar") || name.endsWith(".war");
    }

    private static byte[] bytes(InputStream in, byte[] chunk) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            bytes.write(chunk, 0, read);
        }
        return bytes.toByteArray();
    }
}
