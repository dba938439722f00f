package io.joblens.agent.rule.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.config.PresetIndex;
import io.joblens.agent.config.YamlPart;
import io.joblens.agent.rule.PatternRule;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetFileTest {
    private static final PresetIndex INDEX = PresetIndex.read();

    static List<String> names() {
        return INDEX.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void says_in_its_heading_what_the_index_says(String name) {
        PresetFile file = PresetFile.named(name);

        assertThat(file.part("preset").text()).isEqualTo(name);
        assertThat(file.part("needles").items().stream().map(YamlPart::text))
                .isNotEmpty()
                .containsExactlyElementsOf(INDEX.needles(names().indexOf(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void has_rules_that_are_right_and_known_as_those_of_a_preset(String name) {
        List<String> problems = new ArrayList<>();

        List<PatternRule> rules = PresetFile.named(name).rules(problems::add);

        assertThat(problems).isEmpty();
        assertThat(rules).isNotEmpty().allMatch(PatternRule::isPreset);
        assertThat(rules).allSatisfy(rule -> assertThat(rule.source()).startsWith("preset " + name + ".yaml:"));
    }

    @Test
    void is_in_the_index_whichever_it_is() {
        Stream<String> files = Stream.of(new File("src/main/resources/io/joblens/agent/preset").list());

        assertThat(names())
                .containsExactlyElementsOf(
                        files.map(file -> file.replace(".yaml", "")).sorted().toList());
    }
}
