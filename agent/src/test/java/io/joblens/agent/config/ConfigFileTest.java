package io.joblens.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

    private static final String PLACE = "system property joblens.config: config is joblens.yaml";
    private static final String TAKES = "; it takes the path of a readable YAML file; using no file";

    @TempDir
    private Path folder;

    @Test
    void says_where_it_looked_for_a_missing_file() {
        assertThat(Reading.of()
                        .variable("JOBLENS_CONFIG", "nowhere/joblens.yaml")
                        .problems())
                .containsExactly("environment JOBLENS_CONFIG: config is nowhere/joblens.yaml; there is no such file"
                        + " (looked for " + Path.of("nowhere/joblens.yaml").toAbsolutePath() + ")" + TAKES);
        assertThat(Reading.of().arguments("log.format=text,nowhere.yml").problems())
                .containsExactly("agent argument, column 17: config is nowhere.yml; there is no such file"
                        + " (looked for " + Path.of("nowhere.yml").toAbsolutePath() + ")" + TAKES);
        assertThat(Reading.of().property("joblens.config", "a\u0000b").problems())
                .singleElement()
                .asString()
                .startsWith("system property joblens.config: config is a\\u{0}b; there is no such file");
    }

    @Test
    void refuses_a_directory() {
        assertThat(Reading.of().file(folder).problems()).containsExactly(PLACE + ", a directory" + TAKES);
    }

    @Test
    void refuses_what_is_no_regular_file() {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        assertThat(Reading.of().file(device).problems()).containsExactly(PLACE + ", which is no regular file" + TAKES);
    }

    @Test
    void refuses_a_file_it_may_not_read() throws IOException {
        Path file = Files.createFile(folder.resolve("secret.yaml"));
        assumeTrue(file.toFile().setReadable(false) && !file.toFile().canRead());
        assertThat(Reading.of().file(file).problems())
                .containsExactly(PLACE + ", which this process may not read" + TAKES);
    }

    @Test
    void refuses_a_file_that_is_too_large() {
        assertThat(Reading.of().yaml(folder, new byte[10 << 20]).problems())
                .containsExactly(PLACE + ", which is larger than 1 MB" + TAKES);
    }

    @Test
    void reads_a_file_of_just_the_largest_size() {
        String text = "http.port: 7\n#";
        Reading reading = Reading.of().yaml(folder, text + "x".repeat(YamlText.MOST_BYTES - text.length()));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().number(Option.HTTP_PORT)).isEqualTo(7);
    }

    @Test
    void reads_a_file_whose_length_is_said_to_be_nothing() {
        Path endless = Path.of("/proc/self/status");
        assumeTrue(Files.isRegularFile(endless));
        assertThat(Reading.of().file(endless).problems())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("joblens.yaml"));
    }
}
