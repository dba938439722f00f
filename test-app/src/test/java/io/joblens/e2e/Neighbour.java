package io.joblens.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** JARs of other people that the build has fetched. */
final class Neighbour {
    private Neighbour() {}

    /** The libraries of one folder, which go together. */
    static List<Path> libraries(String folder) {
        return jars(Path.of("target/libs", folder));
    }

    /** The Java agent whose JAR's name begins so. */
    static Path agent(String name) {
        return jars(Path.of("target/agents")).stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toAbsolutePath).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
