package io.joblens.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a class file is; it can be read more than once. Immutable. */
final class ClassFile {
    private final String path;
    private final boolean inLibrary;
    private final Path file;
    private final Archive.Entry entry;

    private ClassFile(String path, boolean inLibrary, Path file, Archive.Entry entry) {
        this.path = path;
        this.inLibrary = inLibrary;
        this.file = file;
        this.entry = entry;
    }

    /** @param path below the folder */
    static ClassFile inFolder(String path, Path file) {
        return new ClassFile(path, false, file, null);
    }

    /** @param inLibrary whether the archive is a library inside something */
    static ClassFile inArchive(Archive.Entry entry, boolean inLibrary) {
        return new ClassFile(entry.name(), inLibrary, null, entry);
    }

    /** With slashes, in the innermost archive or folder. */
    String path() {
        return path;
    }

    boolean isInLibrary() {
        return inLibrary;
    }

    byte[] read(Archive.Unpacker unpacker) throws IOException {
        return file != null ? Files.readAllBytes(file) : unpacker.unpack(entry);
    }
}
