package io.joblens.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A Java virtual machine to test on.
 *
 * @param java its executable, with links resolved
 * @param feature 8, 11, 17, …
 */
record Jvm(Path java, int feature) {
    private static final String SPECIFICATION = "java.specification.version = ";

    /** The JVM of this executable, which is asked for its version. */
    static Jvm at(Path java) {
        try {
            Path executable = java.toRealPath();
            Process process = new ProcessBuilder(executable.toString(), "-XshowSettings:properties", "-version")
                    .redirectErrorStream(true)
                    .start();
            String settings = new String(process.getInputStream().readAllBytes());
            return settings.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(SPECIFICATION))
                    .map(line -> new Jvm(executable, featureOf(line.substring(SPECIFICATION.length()))))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(java + " does not tell its version: " + settings));
        } catch (IOException e) {
            throw new UncheckedIOException(java + " is not the executable of a JVM: " + e.getMessage(), e);
        }
    }

    private static int featureOf(String specification) {
        return Integer.parseInt(specification.startsWith("1.") ? specification.substring(2) : specification);
    }

    @Override
    public String toString() {
        return "Java " + feature;
    }
}
