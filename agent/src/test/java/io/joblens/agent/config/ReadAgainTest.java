package io.joblens.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAgainTest {
    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void what_was_attached_last_wins_over_the_options_of_the_start() {
        Configuration again = again("log.level=warn", "log.level=debug,http.port=7");
        assertThat(again.text(Option.LOG_LEVEL)).isEqualTo("warn");
        assertThat(again.number(Option.HTTP_PORT)).isEqualTo(7);
    }

    @Test
    void names_what_is_wrong_with_the_file_and_not_what_was_said_at_the_start() throws IOException {
        Path file = Files.writeString(folder.resolve("joblens.yaml"), "rulez: []");
        again("config=" + file, "http.port=x");
        assertThat(problems).containsExactly(file + ":1:1: no such option `rulez`; did you mean `rules`?");
    }

    @Test
    void knows_the_options_that_differ() {
        Configuration one = again("log.level=warn,metrics.labels.region=eu");
        assertThat(one.differences(again("log.level=warn,metrics.labels.region=eu")))
                .isEmpty();
        assertThat(one.differences(again("runs.max=5"))).containsExactly("log.level", "runs.max", "metrics.labels");
    }

    @Test
    void takes_the_reload_of_the_file_in_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("joblens.yaml"), "config: {reload: true}");
        assertThat(again("config=" + file).flag(Option.CONFIG_RELOAD)).isTrue();
        assertThat(problems).isEmpty();
    }

    private Configuration again(String... arguments) {
        return Configuration.again(List.of(arguments), new Sources(new Properties(), Map.of()), problems::add);
    }
}
