package io.joblens.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class files of a folder or an archive, and of the archives inside, however deep: a Spring Boot JAR, a WAR, a folder with
 * JARs. Nothing is unpacked to disk, and only class files and compressed archives are in memory.
 */
final class ClassFileSource {
    private static final String CLASS = ".class";
    /** So many class files of one archive are worth handing to another thread. */
    private static final int BATCH = 200;

    /** Takes what is found, in the order of a class path. */
    interface Visitor {
        /** Class files that stand beside each other. */
        void classFiles(List<ClassFile> files);

        /** An archive inside, or a file, that cannot be read. */
        void unreadable(String place, IOException why);
    }

    private final Visitor visitor;
    private final Archive.Unpacker unpacker;
    private List<ClassFile> batch = new ArrayList<ClassFile>();

    private ClassFileSource(Visitor visitor, Archive.Unpacker unpacker) {
        this.visitor = visitor;
        this.unpacker = unpacker;
    }

    /**
     * Visits all class files.
     *
     * @param root a folder or an archive
     */
    static void visit(Path root, Visitor visitor) {
        try (Archive.Unpacker unpacker = new Archive.Unpacker()) {
            ClassFileSource source = new ClassFileSource(visitor, unpacker);
            try {
                if (Files.isDirectory(root)) {
                    source.visitFolder(root);
                } else {
                    source.visitArchive(Archive.of(root), root.toString(), false);
                }
            } catch (IOException e) {
                visitor.unreadable(root.toString(), e);
            }
            source.endBatch();
        }
    }

    private void visitFolder(Path root) throws IOException {
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
            if (isClass(name)) {
                add(ClassFile.inFolder(name, file));
            } else if (isArchive(name)) {
                visitFile(file);
            }
        }
    }

    private void visitFile(Path file) {
        try {
            visitArchive(Archive.of(file), file.toString(), true);
        } catch (IOException e) {
            visitor.unreadable(file.toString(), e);
        }
    }

    private void visitArchive(Archive archive, String place, boolean isLibrary) {
        for (Archive.Entry entry : archive.entries()) {
            String name = entry.name();
            if (isClass(name)) {
                add(ClassFile.inArchive(entry, isLibrary));
            } else if (isArchive(name)) {
                visitNested(entry, place + "!" + name);
            }
        }
    }

    private void visitNested(Archive.Entry entry, String place) {
        try {
            visitArchive(entry.open(unpacker), place, true);
        } catch (IOException e) {
            visitor.unreadable(place, e);
        }
    }

    private void add(ClassFile file) {
        batch.add(file);
        if (batch.size() == BATCH) {
            endBatch();
        }
    }

    private void endBatch() {
        if (!batch.isEmpty()) {
            visitor.classFiles(batch);
            batch = new ArrayList<ClassFile>();
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
}
