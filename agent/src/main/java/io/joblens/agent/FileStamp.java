package io.joblens.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what a file is told to have changed: its time and size, and which file it is, since editors put a new one in the old one's
 * place, and Kubernetes lets a link lead elsewhere. Immutable.
 */
final class FileStamp {
    private final FileTime modified;
    private final long size;
    /** {@code null} on Windows. */
    private final Object file;

    private FileStamp(BasicFileAttributes attributes) {
        modified = attributes.lastModifiedTime();
        size = attributes.size();
        file = attributes.fileKey();
    }

    /** What the file is now, behind all links; {@code null} when there is none. */
    static FileStamp of(String path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(Paths.get(path), BasicFileAttributes.class);
            return attributes.isRegularFile() ? new FileStamp(attributes) : null;
        } catch (IOException gone) {
            return null;
        } catch (InvalidPathException noPath) {
            return null;
        } catch (SecurityException denied) {
            return null;
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FileStamp)) {
            return false;
        }
        FileStamp stamp = (FileStamp) other;
        return modified.equals(stamp.modified)
                && size == stamp.size
                && (file == null ? stamp.file == null : file.equals(stamp.file));
    }

    @Override
    public int hashCode() {
        return modified.hashCode();
    }
}
