package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the configuration says of methods: rules with patterns, and annotations mapped to ours. Immutable. */
public final class RuleSet {
    private final List<PatternRule> rules;
    private final Vocabulary vocabulary;

    public RuleSet(List<PatternRule> rules, Vocabulary vocabulary) {
        this.rules = Collections.unmodifiableList(new ArrayList<PatternRule>(rules));
        this.vocabulary = vocabulary;
    }

    /** In the order of the file. */
    public List<PatternRule> rules() {
        return rules;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }
}
