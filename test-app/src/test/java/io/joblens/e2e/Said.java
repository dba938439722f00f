package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How a command of the agent's JAR ended, and what it wrote.
 *
 * @param status its exit status
 * @param out its lines on stdout
 * @param err its lines on stderr
 */
record Said(int status, List<String> out, List<String> err) {
    /** Runs the packaged JAR with these arguments, and waits for its end. */
    static Said by(Jvm jvm, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(jvm.java().toString(), "-jar", Built.agent().toString()));
        Stream.of(arguments).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("TOOL_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
        Lines out = Lines.of(process.getInputStream(), "stdout of the command");
        Lines err = Lines.of(process.getErrorStream(), "stderr of the command");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out.all(), err.all());
    }

    Said expect(int expected) {
        assertThat(status).as("%s", this).isEqualTo(expected);
        return this;
    }
}
