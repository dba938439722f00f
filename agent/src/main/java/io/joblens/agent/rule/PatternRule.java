package io.joblens.agent.rule;

/** A rule that says itself which methods it is for. Immutable. */
public final class PatternRule {
    private final MethodPattern pattern;
    private final Rule rule;
    private final String metric;
    private final String help;
    private final String source;

    private PatternRule(MethodPattern pattern, Rule rule, String metric, String help, String source) {
        this.pattern = pattern;
        this.rule = rule;
        this.metric = metric;
        this.help = help;
        this.source = source;
    }

    /** A rule of jobs, scans or operations. */
    public static PatternRule of(MethodPattern pattern, Rule rule) {
        return new PatternRule(pattern, rule, null, null, rule.source());
    }

    /** A rule whose fields or methods feed a gauge. */
    public static PatternRule gauge(MethodPattern pattern, String metric, String help, String source) {
        return new PatternRule(pattern, null, metric, help, source);
    }

    public MethodPattern pattern() {
        return pattern;
    }

    /** What the methods mean; {@code null} for a gauge. */
    public Rule rule() {
        return rule;
    }

    /** Whether it is of a preset. */
    public boolean isPreset() {
        return rule != null && rule.isPreset();
    }

    /** The gauge's name; {@code null} for any other rule. */
    public String metric() {
        return metric;
    }

    String help() {
        return help;
    }

    /** Everything it says, wherever it is written. */
    public String says() {
        return pattern.says() + ": " + (rule == null ? "GAUGE " + metric + " " + help : rule.says());
    }

    /** Where it is written: {@code joblens.yaml:14:5}. */
    public String source() {
        return source;
    }
}
