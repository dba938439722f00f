package io.joblens.agent.rule.yaml;

import io.joblens.agent.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a rule in the file can be: its first key, and the values that mean something to it. */
enum RuleKind {
    JOB(Rule.Kind.JOB, "id", "user", "attempt", "fields", "failed-when", "skipped-when"),
    START(Rule.Kind.START, "id", "user", "attempt", "fields"),
    COMPLETE(Rule.Kind.COMPLETE, "id", "error", "fields", "failed-when", "skipped-when"),
    FAILED(Rule.Kind.FAILED, "id", "error", "fields"),
    SKIPPED(Rule.Kind.SKIPPED, "id", "error", "fields"),
    CREATED(Rule.Kind.CREATED, "id", "user", "fields"),
    SCAN(Rule.Kind.SCAN, "id", "user", "fields", "infected-when", "failed-when"),
    OPERATION(Rule.Kind.OPERATION, "id", "user", "fields", "failed-when"),
    GAUGE(null, "field", "help");

    private final Rule.Kind kind;
    private final List<String> values;

    RuleKind(Rule.Kind kind, String... values) {
        this.kind = kind;
        this.values = Arrays.asList(values);
    }

    /** {@code null} for a gauge. */
    Rule.Kind kind() {
        return kind;
    }

    /** The keys that mean something to it, besides those that say which methods it is for. */
    List<String> takes() {
        return values;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RuleKind named(String key) {
        for (RuleKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        return null;
    }
}
