package io.joblens.agent.rule.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.joblens.agent.config.Option;
import io.joblens.agent.config.PresetIndex;
import io.joblens.agent.rule.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds {@code src/schema/joblens.schema.json}, which editors complete from, to what the code takes. */
class SchemaTest {
    private final Map<?, ?> properties = map(read().get("properties"));

    @Test
    void has_every_option_in_both_spellings() {
        TreeSet<Object> expected = new TreeSet<>(List.of("rules", "annotations"));
        for (Option option : Option.values()) {
            if (option == Option.CONFIG) {
                continue;
            }
            expected.add(option.key());
            int dot = option.key().indexOf('.');
            if (dot > 0) {
                expected.add(option.key().substring(0, dot));
                Map<?, ?> section = map(properties.get(option.key().substring(0, dot)));
                assertThat(map(section.get("properties")).keySet())
                        .asString()
                        .contains(option.key().substring(dot + 1));
            }
            Map<?, ?> described = map(properties.get(option.key()));
            assertThat(described.get("description")).isEqualTo(option.description());
            assertThat(
                            described.get("default") == null
                                    ? null
                                    : described.get("default").toString())
                    .isEqualTo(option.defaultText());
        }
        assertThat(new TreeSet<Object>(properties.keySet())).isEqualTo(expected);
    }

    @Test
    void has_every_kind_of_rule_with_its_keys() {
        List<?> kinds = (List<?>) map(map(properties.get("rules")).get("items")).get("oneOf");
        assertThat(kinds).hasSize(RuleKind.values().length);
        for (RuleKind kind : RuleKind.values()) {
            Map<?, ?> rule = map(kinds.get(kind.ordinal()));
            List<Object> expected = new ArrayList<>(List.of(kind.key()));
            expected.addAll(Arrays.asList(PatternReader.KEYS));
            expected.addAll(kind.takes());
            assertThat(new ArrayList<Object>(map(rule.get("properties")).keySet()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void has_every_preset() {
        Map<?, ?> presets = map(map(properties.get("presets")).get("properties"));

        assertThat(new ArrayList<Object>(presets.keySet()))
                .isEqualTo(PresetIndex.read().names());
    }

    @Test
    void has_every_annotation_that_can_be_mapped() {
        List<Object> expected = new ArrayList<>();
        for (Word word : Word.values()) {
            if (word != Word.JOB_FIELDS) {
                expected.add(word.key());
            }
        }
        Map<?, ?> annotations = map(map(properties.get("annotations")).get("properties"));
        assertThat(new ArrayList<Object>(annotations.keySet())).containsExactlyElementsOf(expected);
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static Map<?, ?> read() {
        try (JsonParser parser = new JsonFactory()
                .createParser(Path.of("../src/schema/joblens.schema.json").toFile())) {
            parser.nextToken();
            return map(value(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
    }
}
