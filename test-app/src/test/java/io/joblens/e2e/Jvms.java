package io.joblens.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JVMs to test on: the executables that the environment variable {@code JOBLENS_TEST_JVMS} lists, separated like a
 * class path, or else the JVM of the tests and one of each other version in the usual folder.
 */
final class Jvms {
    private static final String VARIABLE = "JOBLENS_TEST_JVMS";
    private static final Path USUAL_FOLDER = Path.of("/usr/lib/jvm");
    private static final Collection<Jvm> ALL = find();

    private Jvms() {}

    /** All of them, the oldest version first; the source of {@link OnEveryJvm} and {@link EveryJvm}. */
    static Stream<Jvm> all() {
        return ALL.stream();
    }

    /** The JVM that runs the tests. */
    static Jvm own() {
        return Jvm.at(Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    private static Collection<Jvm> find() {
        String listed = System.getenv(VARIABLE);
        if (listed != null && !listed.isBlank()) {
            return Stream.of(listed.split(File.pathSeparator))
                    .map(Path::of)
                    .map(Jvm::at)
                    .toList();
        }
        TreeMap<Integer, Jvm> byFeature = new TreeMap<>();
        byFeature.put(own().feature(), own());
        for (Path java : installed()) {
            Jvm jvm = Jvm.at(java);
            byFeature.putIfAbsent(jvm.feature(), jvm);
        }
        return byFeature.values();
    }

    private static List<Path> installed() {
        if (!Files.isDirectory(USUAL_FOLDER)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(USUAL_FOLDER)) {
            return homes.map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
