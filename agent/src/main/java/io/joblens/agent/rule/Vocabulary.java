package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The annotations that mean something: ours, and those of the application that are mapped to ours. Immutable. */
public final class Vocabulary {
    /** Our own annotations only. */
    public static final Vocabulary OURS = new Vocabulary(Collections.<String, Word>emptyMap());

    private final Map<String, Word> mapped;

    private Vocabulary(Map<String, Word> mapped) {
        this.mapped = mapped;
    }

    /** With more annotations: their names, as in {@code Class.getName()}, to what they mean. */
    public static Vocabulary with(Map<String, Word> names) {
        Map<String, Word> mapped = new HashMap<String, Word>();
        for (Map.Entry<String, Word> name : names.entrySet()) {
            mapped.put(descriptor(name.getKey()), name.getValue());
        }
        return new Vocabulary(mapped);
    }

    /** As {@link Word#needles()}, for all these annotations. */
    public List<String> needles() {
        List<String> needles = new ArrayList<String>(Word.needles());
        for (Map.Entry<String, Word> each : mapped.entrySet()) {
            if (each.getValue().isForMethods() || each.getValue().isForGauges()) {
                needles.add(each.getKey());
            }
        }
        return needles;
    }

    /** Whether the same annotations mean the same. */
    public boolean isSame(Vocabulary other) {
        return mapped.equals(other.mapped);
    }

    Word word(String descriptor) {
        Word ours = Word.of(descriptor);
        return ours != null || mapped.isEmpty() ? ours : mapped.get(descriptor);
    }

    static String descriptor(String className) {
        return "L" + className.replace('.', '/') + ";";
    }
}
