package io.joblens.agent.push;

import io.joblens.agent.http.Snapshot;
import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes {@code /api/metrics} to a file, which at every moment is the old one or the new one. */
public final class SnapshotFile implements Delivery {
    private final String path;

    /** @param path relative to the working directory */
    public SnapshotFile(String path) {
        this.path = path;
    }

    @Override
    public void deliver(Registry registry, Deadline deadline) throws Undelivered {
        try {
            Path file = Paths.get(path).toAbsolutePath();
            if (!Files.isDirectory(file.getParent())) {
                throw new Undelivered(sentence("there is no folder " + file.getParent()));
            }
            write(Snapshot.json(registry), file);
        } catch (IOException e) {
            throw new Undelivered(sentence(e.toString()));
        } catch (InvalidPathException e) {
            throw new Undelivered(sentence("it is no path"));
        }
    }

    private static void write(byte[] json, Path file) throws IOException {
        // Not a temporary file of the JDK's, which only its owner may read.
        Path next = file.resolveSibling(file.getFileName() + "." + System.nanoTime() + ".tmp");
        try {
            Files.write(next, json, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private String sentence(String why) {
        return "snapshot.file " + path + " was not written: " + why;
    }

    @Override
    public String toString() {
        return "snapshot.file " + path;
    }
}
