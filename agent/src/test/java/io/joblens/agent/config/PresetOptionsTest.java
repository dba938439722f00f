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

class PresetOptionsTest {
    @TempDir
    private Path folder;

    private final Properties properties = new Properties();
    private final List<String> problems = new ArrayList<>();

    @Test
    void are_all_on_where_nobody_says_anything() {
        assertThat(PresetIndex.read().names()).contains("quartz", "spring-scheduled", "clamd");
        assertThat(load(null, Map.of()).hasPreset("quartz")).isTrue();
    }

    @Test
    void switch_a_preset_off_from_each_source() throws IOException {
        assertOff(load("presets.spring-scheduled=false", Map.of()));
        assertOff(load(null, Map.of("JOBLENS_PRESETS_SPRING_SCHEDULED", "FALSE")));
        assertOff(load(file("presets: {spring-scheduled: false}"), Map.of()));
        assertOff(load(file("presets.spring-scheduled: false"), Map.of()));
        properties.setProperty("joblens.presets.spring-scheduled", "false");
        assertOff(load(null, Map.of()));
    }

    @Test
    void take_the_highest_source_that_says_something() throws IOException {
        Configuration configuration =
                load("presets.quartz=true," + file("presets: {quartz: false, clamd: false}"), Map.of());

        assertThat(configuration.hasPreset("quartz")).isTrue();
        assertThat(configuration.hasPreset("clamd")).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void say_where_a_preset_is_unknown_and_which_was_meant() throws IOException {
        load(
                "presets.quarz=false," + file("presets:\n  sprin-scheduled: false\n  clamd: off\n"),
                Map.of("JOBLENS_PRESETS_CLAM", "false"));

        assertThat(problems)
                .containsExactly(
                        "agent argument, column 1: no such preset `quarz`; did you mean `quartz`?",
                        "environment JOBLENS_PRESETS_CLAM: no such preset `clam`; did you mean `clamd`?",
                        folder.resolve("joblens.yaml")
                                + ":2:3: no such preset `sprin-scheduled`; did you mean `spring-scheduled`?",
                        folder.resolve("joblens.yaml")
                                + ":3:10: presets.clamd is off; it takes true or false; it is left out");
    }

    @Test
    void are_not_switched_all_at_once() {
        load("presets=false", Map.of());

        assertThat(problems)
                .containsExactly(
                        "agent argument, column 9: presets is false; it takes one option for each preset such as"
                                + " presets.quartz=false; using all of them");
    }

    private void assertOff(Configuration configuration) {
        assertThat(problems).isEmpty();
        assertThat(configuration.hasPreset("spring-scheduled")).isFalse();
        assertThat(configuration.hasPreset("quartz")).isTrue();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("joblens.yaml"), text).toString();
    }

    private Configuration load(String arguments, Map<String, String> environment) {
        return Configuration.load(arguments, new Sources(properties, environment), problems::add);
    }
}
