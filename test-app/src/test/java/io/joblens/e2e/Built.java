package io.joblens.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made before the end-to-end tests run. */
final class Built {
    private Built() {}

    static Path agent() {
        return existing(Path.of("../agent/target/joblens-agent.jar"));
    }

    static Path api() {
        return existing(Path.of("../api/target/joblens-api.jar"));
    }

    /** The classes of {@code src/scenarios/java}. */
    static Path scenarios() {
        return existing(Path.of("target/scenarios"));
    }

    static Path mangaMotion() {
        return existing(Path.of("target/mangamotion.jar"));
    }

    /** The fat JAR of an application that uses this line of Spring Boot. */
    static Path springBoot(int line) {
        return existing(Path.of("spring-boot/boot-" + line + "/target/nightly-boot-" + line + ".jar"));
    }

    /** SLF4J and Logback as MangaMotion has them, with its {@code logback.xml} in front. */
    static List<Path> logback() {
        try (Stream<Path> jars = Files.list(existing(Path.of("target/lib")))) {
            return Stream.concat(
                            Stream.of(existing(Path.of("target/classes"))),
                            jars.filter(jar -> jar.getFileName().toString().matches("(slf4j|logback)-.*")))
                    .map(Built::existing)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        if (!Files.exists(whole)) {
            throw new IllegalStateException(whole + " is missing; build it with `mvn package` in the parent folder");
        }
        return whole;
    }
}
