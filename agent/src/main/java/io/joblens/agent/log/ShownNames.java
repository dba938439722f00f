package io.joblens.agent.log;

import io.joblens.bootstrap.job.FieldPolicy;
import java.util.HashMap;
import java.util.Map;

/** The names that lines have for the standard fields. Immutable. */
final class ShownNames {
    /** By the ordinal of the field; {@code null} where lines leave it out. */
    private final String[] texts = new String[StandardField.COUNT];
    /** The fields that lines name otherwise, by that name; {@code null} when there is none. */
    private final Map<String, StandardField> renamed;

    private ShownNames(FieldPolicy policy) {
        Map<String, StandardField> others = new HashMap<String, StandardField>();
        for (StandardField field : StandardField.ALL) {
            String text = policy.shown(field.text());
            texts[field.ordinal()] = text;
            if (text != null && !text.equals(field.text())) {
                others.put(text, field);
            }
        }
        renamed = others.isEmpty() ? null : others;
    }

    /** As the policy of this moment has them. */
    static ShownNames now() {
        return new ShownNames(FieldPolicy.current());
    }

    /** {@code null} when lines leave the field out. */
    String of(StandardField field) {
        return texts[field.ordinal()];
    }

    /** The standard field that is meant by a name, be it the field's own or the one in lines; or {@code null}. */
    StandardField named(String name) {
        StandardField standard = StandardField.named(name);
        return standard != null || renamed == null ? standard : renamed.get(name);
    }
}
