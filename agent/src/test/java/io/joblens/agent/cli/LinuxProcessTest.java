package io.joblens.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a process before it is touched, on a {@code /proc} of our own. */
@EnabledOnOs(OS.LINUX)
class LinuxProcessTest {
    private static final String LISTENING = "Name:\tjava\nSigCgt:\t0000000000000004\n";

    @TempDir
    private Path proc;

    @BeforeEach
    void has_one_process() throws IOException {
        Files.createDirectory(proc.resolve("self"));
        Files.createDirectory(proc.resolve("42"));
        write("cmdline", "java\0-jar\0worker.jar\0");
        write("status", LISTENING);
    }

    @Test
    void has_nothing_against_a_jvm() {
        assertThat(process().obstacle()).isNull();
    }

    @Test
    void says_that_a_process_is_not_there() {
        assertThat(LinuxProcess.in(proc, "43").obstacle()).isEqualTo("there is no such process");
    }

    @Test
    void says_that_attaching_is_switched_off() throws IOException {
        write("cmdline", "java\0-XX:+DisableAttachMechanism\0-jar\0worker.jar\0");
        assertThat(process().obstacle()).startsWith("it was started with -XX:+DisableAttachMechanism;");
    }

    @Test
    void touches_no_process_that_signals_would_end() throws IOException {
        write("status", "Name:\tsleep\nSigCgt:\t0000000000000000\n");
        assertThat(process().obstacle()).contains("it is no JVM, or was started with -Xrs");
    }

    @Test
    void knows_which_files_a_container_has() throws IOException {
        Path jar = Files.createFile(proc.resolve("joblens-agent.jar"));
        Path root = Files.createDirectory(proc.resolve("42/root"));
        assertThat(process().sees(jar)).isFalse();

        Path same = root.resolve(jar.toString().substring(1));
        Files.createDirectories(same.getParent());
        Files.createLink(same, jar);
        assertThat(process().sees(jar)).isTrue();
    }

    private LinuxProcess process() {
        return LinuxProcess.in(proc, "42");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(proc.resolve("42").resolve(file), text);
    }
}
