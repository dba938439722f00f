package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the configuration says of methods: rules with patterns, and annotations mapped to ours. Immutable. */
public final class RuleSet {
    private final List<PatternRule> rules;
    private final List<RejectedRule> rejected;
    private final Vocabulary vocabulary;

    public RuleSet(List<PatternRule> rules, List<RejectedRule> rejected, Vocabulary vocabulary) {
        this.rules = Collections.unmodifiableList(new ArrayList<PatternRule>(rules));
        this.rejected = Collections.unmodifiableList(new ArrayList<RejectedRule>(rejected));
        this.vocabulary = vocabulary;
    }

    /** In the order of the file. */
    public List<PatternRule> rules() {
        return rules;
    }

    /** Those that make no sense, in the order of the file. */
    public List<RejectedRule> rejected() {
        return rejected;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }
}
