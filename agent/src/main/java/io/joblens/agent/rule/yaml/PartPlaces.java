package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.YamlPart;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.expression.Mistake;
import java.util.HashMap;
import java.util.Map;

/** Finds the place in the file of a mistake that only a method brings to light. */
final class PartPlaces implements Rule.Places {
    private final String source;
    private final Map<String, YamlPart> parts = new HashMap<String, YamlPart>();

    PartPlaces(String source) {
        this.source = source;
    }

    void put(String part, YamlPart written) {
        parts.put(part, written);
    }

    @Override
    public String line(String part, Mistake mistake) {
        YamlPart written = parts.get(part);
        String place = written == null ? source : written.place(mistake.column());
        return place + ": " + key(part) + ": " + mistake.sentence();
    }

    /** As it stands in the file: {@code failed-when} for {@code failedWhen}. */
    private static String key(String part) {
        return part.endsWith("When") ? part.replace("When", "-when") : part.equals("name") ? "the name" : part;
    }
}
