package io.joblens.agent.door;

import io.joblens.agent.config.YamlPart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map of the web configuration: its values by key, without those that are empty. Not thread-safe. */
final class Section {
    private final String name;
    private final Complaints complaints;
    private final Map<String, YamlPart> values = new LinkedHashMap<String, YamlPart>();

    private Section(String name, Complaints complaints) {
        this.name = name;
        this.complaints = complaints;
    }

    /**
     * Reads a map.
     *
     * @param name what it is called, for sentences
     * @param known the keys it may have; none if they are anybody's
     */
    static Section of(YamlPart part, String name, Complaints complaints, String... known) {
        Section section = new Section(name, complaints);
        if (part == null || part.isEmpty()) {
            return section;
        }
        if (!part.isMap()) {
            complaints.add(part, name + " is " + part.found() + "; it takes a map");
            return section;
        }
        for (YamlPart[] entry : part.entries()) {
            section.add(entry[0], entry[1], known);
        }
        return section;
    }

    private void add(YamlPart key, YamlPart value, String... known) {
        if (!key.isText()) {
            complaints.add(key, "a key is " + key.found() + "; it takes a name");
        } else if (known.length > 0 && !isOneOf(key.text(), known)) {
            complaints.add(key, "no such key `" + key.text() + "`; " + YamlPart.suggestion(key.text(), known));
        } else if (values.put(key.text(), value) != null) {
            complaints.add(key, key.text() + " is set twice; once is enough");
        }
    }

    /** What stands under a key, or {@code null}. */
    YamlPart part(String key) {
        YamlPart part = values.get(key);
        return part == null || part.isEmpty() ? null : part;
    }

    /** The text under a key, or {@code null}; what is no text is complained about. */
    String text(String key) {
        YamlPart part = part(key);
        if (part == null) {
            return null;
        }
        if (!part.isText()) {
            complaints.add(part, key + " is " + part.found() + "; it takes a text");
            return null;
        }
        return part.text().isEmpty() ? null : part.text();
    }

    /** The flag under a key, or what it is by default. */
    boolean flag(String key, boolean byDefault) {
        YamlPart part = part(key);
        if (part == null) {
            return byDefault;
        }
        Object value = part.isText() ? part.value() : null;
        if (!(value instanceof Boolean)) {
            complaints.add(part, key + " is " + part.found() + "; it takes true or false");
            return byDefault;
        }
        return (Boolean) value;
    }

    /** All entries, empty ones too. */
    Map<String, YamlPart> values() {
        return Collections.unmodifiableMap(values);
    }

    String name() {
        return name;
    }

    static boolean isOneOf(String text, String... known) {
        for (String one : known) {
            if (one.equals(text)) {
                return true;
            }
        }
        return false;
    }
}
