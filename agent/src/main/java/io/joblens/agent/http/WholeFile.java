package io.joblens.agent.http;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file that at every moment is the old one or the new one. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * @param file an absolute path in a folder that exists
     * @throws IOException when it cannot be written; nothing is left beside it then
     */
    public static void write(Path file, byte[] content) throws IOException {
        // Not a temporary file of the JDK's, which only its owner may read.
        Path next = file.resolveSibling(file.getFileName() + "." + System.nanoTime() + ".tmp");
        try {
            Files.write(next, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
