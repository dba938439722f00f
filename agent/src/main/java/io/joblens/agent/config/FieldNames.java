package io.joblens.agent.config;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The entries of {@code log.fields} found so far: standard fields and the names that logs have for them. */
final class FieldNames {
    static final String UNCHANGED = "the names as they are";

    private static final String LEFT_OUT = "false";

    private final Map<String, String> names = new TreeMap<String, String>();
    private final Map<String, String> places = new HashMap<String, String>();

    void offer(String field, String name, String fieldPlace, String namePlace, Settings settings) {
        if (!StandardNames.contains(field)) {
            settings.trouble(
                    "log.fields has no field `" + Excerpt.of(field) + "`; " + Suggestion.of(field, StandardNames.all())
                            + "; it is left out",
                    fieldPlace);
            return;
        }
        boolean isRight = name.equals(LEFT_OUT) ? StandardNames.canBeLeftOut(field) : StandardNames.isSpeakable(name);
        if (!isRight) {
            settings.trouble(
                    "log.fields." + field + " is " + Excerpt.of(name) + "; it takes a name of printable ASCII without"
                            + " space, = and \"" + (StandardNames.canBeLeftOut(field) ? ", or false" : "")
                            + "; using " + field,
                    namePlace);
            return;
        }
        if (names.containsKey(field)) return;
        names.put(field, name);
        places.put(field, namePlace);
    }

    /** Takes away names that another field has too. */
    void finish(Settings settings) {
        for (String wrong = twice(); wrong != null; wrong = twice()) {
            settings.trouble(
                    "log.fields." + wrong + " is " + names.remove(wrong)
                            + ", which is the name of another field; using " + wrong,
                    places.get(wrong));
        }
    }

    /** A renamed field whose name another one has, or {@code null}. */
    private String twice() {
        Set<String> taken = new HashSet<String>();
        for (String field : StandardNames.all()) {
            if (!names.containsKey(field)) taken.add(field);
        }
        for (Map.Entry<String, String> renamed : names.entrySet()) {
            if (!renamed.getValue().equals(LEFT_OUT) && !taken.add(renamed.getValue())) return renamed.getKey();
        }
        return null;
    }

    /** With {@code null} for a field that is left out; unmodifiable. */
    Map<String, String> all() {
        Map<String, String> all = new HashMap<String, String>();
        for (Map.Entry<String, String> renamed : names.entrySet()) {
            all.put(renamed.getKey(), renamed.getValue().equals(LEFT_OUT) ? null : renamed.getValue());
        }
        return Collections.unmodifiableMap(all);
    }

    @Override
    public String toString() {
        return names.isEmpty() ? UNCHANGED : Excerpt.of(names.toString());
    }
}
