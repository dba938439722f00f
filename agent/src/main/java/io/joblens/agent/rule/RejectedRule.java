package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A rule of the configuration that is switched off because it makes no sense. Immutable. */
public final class RejectedRule {
    private final String source;
    private final String kind;
    private final String name;
    private final List<String> problems;

    /**
     * @param source where it is written
     * @param kind its first key, or {@code null} when it has none that is known
     * @param name {@code null} when it has none that can be read
     * @param problems the lines that were said of it
     */
    public RejectedRule(String source, String kind, String name, List<String> problems) {
        this.source = source;
        this.kind = kind;
        this.name = name;
        this.problems = Collections.unmodifiableList(new ArrayList<String>(problems));
    }

    public String source() {
        return source;
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public List<String> problems() {
        return problems;
    }
}
