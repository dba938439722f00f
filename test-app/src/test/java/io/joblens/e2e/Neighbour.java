package io.joblens.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** JARs of other people that the build has fetched, by {@code neighbours.txt}. */
final class Neighbour {
    private Neighbour() {}

    /** The libraries of one folder, which go together. */
    static List<Path> libraries(String folder) {
        try (Stream<Path> jars = Files.list(Path.of("target/libs", folder))) {
            return jars.map(Path::toAbsolutePath).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another Java agent, which is the only JAR of its folder. */
    static Path agent(String folder) {
        return libraries(folder).stream()
                .reduce((one, other) -> {
                    throw new IllegalStateException(folder + " has more than one JAR");
                })
                .orElseThrow();
    }
}
