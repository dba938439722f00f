package io.joblens.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine that tests use where it is installed. Immutable. */
public final class Program {
    private final Path file;

    private Program(Path file) {
        this.file = file;
    }

    /** A program on the {@code PATH}; where it is not installed, the test is skipped, and says what would bring it. */
    public static Program named(String name, String debianPackage) {
        Path file = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(file != null, name + " is not on the PATH; install " + debianPackage);
        return new Program(file);
    }

    /** What a program said, and how it ended. */
    public record Result(int status, String output) {}

    /** Runs it to its end; what it writes to stdout and stderr is one. */
    public Result run(String input, String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).redirectErrorStream(true).start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A process that is still to be started. */
    ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(file.toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
