package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.YamlPart;
import io.joblens.agent.rule.expression.ConditionExpression;
import io.joblens.agent.rule.expression.InvalidExpression;
import io.joblens.agent.rule.expression.ValuePath;

/** Reads the values and conditions of a rule; one that is wrong is left out. */
final class ValueParts {
    private final Complaints complaints;
    private final PartPlaces places;

    ValueParts(Complaints complaints, PartPlaces places) {
        this.complaints = complaints;
        this.places = places;
    }

    /** A path, or a map of {@code path} and {@code default}, or of {@code constant}; {@code null} for none or a wrong one. */
    ValuePath value(String name, String key, YamlPart part) {
        if (part == null) {
            return null;
        }
        if (part.isMap()) {
            return described(name, key, part);
        }
        if (!part.isText()) {
            return wrong(part, key + " is " + part.found() + "; it takes a path such as arg0.id");
        }
        return path(name, key, part);
    }

    private ValuePath described(String name, String key, YamlPart part) {
        YamlPart path = null;
        YamlPart fallback = null;
        YamlPart constant = null;
        YamlPart first = null;
        boolean counted = name.equals("attempt");
        for (YamlPart[] entry : part.entries()) {
            String word = entry[0].isText() ? entry[0].text() : entry[0].found();
            if (word.equals("path")) {
                path = entry[1];
            } else if (word.equals("default")) {
                fallback = entry[1];
            } else if (word.equals("constant")) {
                constant = entry[1];
            } else if (counted && word.equals("first")) {
                first = entry[1];
            } else {
                String suggestion = counted
                        ? YamlPart.suggestion(word, "path", "default", "constant", "first")
                        : YamlPart.suggestion(word, "path", "default", "constant");
                return wrong(entry[0], "no such key `" + word + "` of " + key + "; " + suggestion);
            }
        }
        if (first != null && !(first.isText() && first.value() instanceof Long)) {
            return wrong(first, "first is " + first.found() + "; it takes the number of the first attempt such as 0");
        }
        if (constant != null && path == null && fallback == null && first == null && constant.isText()) {
            return ValuePath.constant(constant.value());
        }
        if (path == null
                || constant != null
                || !path.isText()
                || (fallback != null && !fallback.isText() && !fallback.isEmpty())) {
            return wrong(
                    part,
                    key + " is a map; it takes {path: arg0.id, default: none} or {constant: eu}, of single values");
        }
        ValuePath read = path(name, key, path);
        if (read == null) {
            return null;
        }
        read = first == null ? read : read.from((Long) first.value());
        return fallback == null ? read : read.or(fallback.isEmpty() ? null : fallback.value());
    }

    private ValuePath path(String name, String key, YamlPart part) {
        places.put(name, part);
        try {
            return ValuePath.parse(part.text());
        } catch (InvalidExpression invalid) {
            tell(part, key, invalid, "the value is left out");
            return null;
        }
    }

    /** A condition; {@code null} for none or a wrong one. */
    ConditionExpression condition(String name, String key, YamlPart part) {
        if (part == null) {
            return null;
        }
        if (!part.isText()) {
            complaints.add(
                    part,
                    key + " is " + part.found() + "; it takes a condition such as return == FAILED; "
                            + consequence(name));
            return null;
        }
        places.put(name, part);
        try {
            return ConditionExpression.parse(part.text());
        } catch (InvalidExpression invalid) {
            tell(part, key, invalid, consequence(name));
            return null;
        }
    }

    private static String consequence(String name) {
        return name.equals("infectedWhen") ? "the rule is left out" : "the condition is not used";
    }

    private void tell(YamlPart part, String key, InvalidExpression invalid, String consequence) {
        complaints.addAt(
                part.place(invalid.mistake().column()),
                key + ": " + invalid.mistake().sentence() + "; " + consequence);
    }

    private ValuePath wrong(YamlPart part, String sentence) {
        complaints.add(part, sentence + (sentence.endsWith("?") ? " " : "; ") + "the value is left out");
        return null;
    }
}
