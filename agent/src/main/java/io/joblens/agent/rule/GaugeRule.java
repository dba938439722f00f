package io.joblens.agent.rule;

/** A field or method of a class whose value is a gauge. Immutable. */
public final class GaugeRule {
    private final String metric;
    private final String help;
    private final String member;
    private final boolean method;
    private final boolean isStatic;

    /** @param member the name of a field, or of a method without parameters */
    public GaugeRule(String metric, String help, String member, boolean method, boolean isStatic) {
        this.metric = metric;
        this.help = help;
        this.member = member;
        this.method = method;
        this.isStatic = isStatic;
    }

    /** Everything it says but the words of help, which a gauge has from its first member. */
    public String says() {
        return metric + (method ? " method " : " field ") + (isStatic ? "static " : "") + member;
    }

    public String metric() {
        return metric;
    }

    public String help() {
        return help;
    }

    public String member() {
        return member;
    }

    public boolean isMethod() {
        return method;
    }

    public boolean isStatic() {
        return isStatic;
    }
}
