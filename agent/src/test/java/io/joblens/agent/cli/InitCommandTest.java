package io.joblens.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.config.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("joblens.yaml");
    }

    @Test
    void writes_a_file_that_loads_without_problems() {
        Run run = Run.of("init", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(problems(file)).isEmpty();
    }

    @Test
    void writes_every_option_so_that_only_the_sign_has_to_be_removed() throws IOException {
        Run.of("init", file.toString());
        String text = Files.readString(file);
        for (Option option : Option.values()) {
            if (option != Option.CONFIG) {
                assertThat(text).contains("# " + option.description());
            }
        }
        Path all = Files.writeString(folder.resolve("all.yaml"), text.replaceAll("(?m)^( *)#(?! )", "$1"));
        assertThat(Files.readString(all)).contains("\nenabled: true\n", "\n  port: 10464\n");
        assertThat(problems(all)).isEmpty();
    }

    @Test
    void leaves_a_file_that_is_there() throws IOException {
        Files.writeString(file, "mine");
        Run run = Run.of("init", file.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("is there already; --force writes over it");
        assertThat(file).hasContent("mine");
    }

    @Test
    void writes_over_a_file_when_told_to() throws IOException {
        Files.writeString(file, "mine");
        assertThat(Run.of("init", "--force", file.toString()).status()).isZero();
        assertThat(problems(file)).isEmpty();
    }

    @Test
    void says_that_there_is_no_such_folder() {
        Run run = Run.of("init", folder.resolve("nowhere/joblens.yaml").toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("there is no folder " + folder.resolve("nowhere"));
    }

    private static List<String> problems(Path file) {
        List<String> problems = new ArrayList<>();
        Properties properties = new Properties();
        properties.setProperty("joblens.config", file.toString());
        Configuration.load(null, new Sources(properties, Map.of()), problems::add);
        return problems;
    }
}
