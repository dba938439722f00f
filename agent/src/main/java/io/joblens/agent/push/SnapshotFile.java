package io.joblens.agent.push;

import io.joblens.agent.http.Snapshot;
import io.joblens.agent.http.WholeFile;
import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;

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
            WholeFile.write(file, Snapshot.json(registry));
        } catch (IOException e) {
            throw new Undelivered(sentence(e.toString()));
        } catch (InvalidPathException e) {
            throw new Undelivered(sentence("it is no path"));
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
