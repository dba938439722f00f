package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a command of the packaged JAR said, and how it ended.
 *
 * @param out the lines of stdout
 * @param err the lines of stderr
 */
record Said(int status, List<String> out, List<String> err) {
    /** Runs a command on a JVM, and waits for its end. */
    static Said by(Jvm jvm, String... arguments) throws IOException, InterruptedException {
        return by(Built.agent(), jvm, arguments);
    }

    /** Runs a command of a copy of the JAR. */
    static Said by(Path jar, Jvm jvm, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jvm.java().toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return by(command);
    }

    /** Runs a whole command line, and waits for its end. */
    static Said by(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("TOOL_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
        Lines out = Lines.of(process.getInputStream(), "stdout of the command");
        Lines err = Lines.of(process.getErrorStream(), "stderr of the command");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out.all(), err.all());
    }

    /** The command ended with this status. */
    Said expect(int expected) {
        assertThat(status).as("%s", this).isEqualTo(expected);
        return this;
    }
}
