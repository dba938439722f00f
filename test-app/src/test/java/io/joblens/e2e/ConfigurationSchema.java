package io.joblens.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code src/schema/joblens.schema.json} says can stand in a file; a test of the agent holds it to the code. */
final class ConfigurationSchema {
    private static final Path FILE = Path.of("../src/schema/joblens.schema.json");
    private static final JsonNode PROPERTIES = read().path("properties");

    private ConfigurationSchema() {}

    /** The options that hold one value or labels, by their full name; sections are not among them. */
    static Map<String, JsonNode> options() {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        PROPERTIES.properties().forEach(property -> {
            boolean isSection = property.getValue().path("additionalProperties").isBoolean();
            if (!isSection && !property.getKey().equals("rules")) {
                options.put(property.getKey(), property.getValue());
            }
        });
        return options;
    }

    /** The kinds of rules, each with its keys, of which the first is its own. */
    static Map<String, List<String>> rules() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        PROPERTIES.at("/rules/items/oneOf").forEach(kind -> {
            List<String> keys = new ArrayList<>();
            kind.path("properties").fieldNames().forEachRemaining(keys::add);
            kinds.put(keys.get(0), keys);
        });
        return kinds;
    }

    static List<String> annotations() {
        List<String> keys = new ArrayList<>();
        PROPERTIES.at("/annotations/properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
