package io.joblens.agent.rule;

import io.joblens.agent.rule.expression.ConditionExpression;
import io.joblens.agent.rule.expression.Mistake;
import io.joblens.agent.rule.expression.ValuePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one method means to jobs, and where its values are found. Immutable. */
public final class Rule {
    /** The things a method can mean. */
    public enum Kind {
        /** The method is the job. */
        JOB(true, false, false),
        START(true, false, false),
        COMPLETE(true, true, false),
        FAILED(true, true, true),
        SKIPPED(true, true, true),
        CREATED(true, true, false),
        SCAN(false, true, false),
        OPERATION(false, true, false);

        private final boolean atEntry;
        private final boolean atExit;
        private final boolean error;

        Kind(boolean atEntry, boolean atExit, boolean error) {
            this.atEntry = atEntry;
            this.atExit = atExit;
            this.error = error;
        }

        /** Whether the values are read when the method is entered. */
        public boolean readsAtEntry() {
            return atEntry;
        }

        /** Whether the values are read when the method is left. */
        public boolean readsAtExit() {
            return atExit;
        }

        /** Whether a completion stage that the method returns puts the end off. */
        public boolean mayEndLater() {
            return this == JOB || this == COMPLETE;
        }

        private boolean isPartOfJob() {
            return this == START || this == COMPLETE || this == FAILED || this == SKIPPED;
        }

        /** Whether an argument says why a run ended so. */
        public boolean hasError() {
            return error;
        }
    }

    /** Says of a mistake in one of a rule's expressions where it is. Implementations are immutable. */
    public interface Places {
        /**
         * The beginning of a line, and the mistake.
         *
         * @param part {@code name}, {@code id}, {@code field x}, {@code failedWhen} and so on
         */
        String line(String part, Mistake mistake);
    }

    private final Kind kind;
    private final String name;
    private final ValuePath namePath;
    private final String source;
    private final boolean preset;
    private final Places places;
    private final ValuePath id;
    private final ValuePath user;
    private final ValuePath attempt;
    private final ValuePath error;
    private final Map<String, ValuePath> fields;
    private final ConditionExpression failedWhen;
    private final ConditionExpression skippedWhen;
    private final ConditionExpression infectedWhen;

    private Rule(Builder builder) {
        this.kind = builder.kind;
        this.name = builder.name;
        this.namePath = builder.namePath;
        this.source = builder.source;
        this.preset = builder.preset;
        this.places = builder.places;
        this.id = builder.id;
        this.user = builder.user;
        this.attempt = builder.attempt;
        this.error = builder.error;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<String, ValuePath>(builder.fields));
        this.failedWhen = builder.failedWhen;
        this.skippedWhen = builder.skippedWhen;
        this.infectedWhen = builder.infectedWhen;
    }

    public Kind kind() {
        return kind;
    }

    /** The job's type, or the name of the scan or operation; {@code null} without one. */
    public String name() {
        return name;
    }

    /** Where a name is that each call tells; {@code null} for most rules, whose {@link #name()} is always the same. */
    public ValuePath namePath() {
        return namePath;
    }

    /** Where the rule is written, for messages: {@code @Scan on com.acme.Worker.scan}. */
    public String source() {
        return source;
    }

    /** Whether it is of a preset, so that whatever the application's people say of the same work comes before it. */
    public boolean isPreset() {
        return preset;
    }

    /** A line, without its end, about a mistake in one of the expressions; the parameters are those of {@link Places}. */
    public String line(String part, Mistake mistake) {
        return places == null ? source + ": " + part + ", " + mistake : places.line(part, mistake);
    }

    /** Everything it says, wherever it is written: rules that say the same do the same. */
    public String says() {
        StringBuilder text = new StringBuilder(kind.name()).append(' ').append(name);
        append("name", namePath, text);
        append("id", id, text);
        append("user", user, text);
        append("attempt", attempt, text);
        append("error", error, text);
        for (Map.Entry<String, ValuePath> field : fields.entrySet()) {
            append("field " + field.getKey(), field.getValue(), text);
        }
        return text.append("; ")
                .append(failedWhen)
                .append("; ")
                .append(skippedWhen)
                .append("; ")
                .append(infectedWhen)
                .toString();
    }

    private static void append(String what, ValuePath path, StringBuilder text) {
        if (path != null) {
            text.append("; ").append(what).append(": ").append(path.says());
        }
    }

    /** Whether two rules would count one call twice if both stood on one method. */
    public boolean meets(Rule other) {
        return kind == other.kind
                || kind == Kind.JOB && other.kind.isPartOfJob()
                || other.kind == Kind.JOB && kind.isPartOfJob();
    }

    /** Where the job's id is, or {@code null}; likewise the other paths and the conditions. */
    public ValuePath id() {
        return id;
    }

    public ValuePath user() {
        return user;
    }

    public ValuePath attempt() {
        return attempt;
    }

    public ValuePath error() {
        return error;
    }

    /** The log fields, by name. */
    public Map<String, ValuePath> fields() {
        return fields;
    }

    public ConditionExpression failedWhen() {
        return failedWhen;
    }

    public ConditionExpression skippedWhen() {
        return skippedWhen;
    }

    public ConditionExpression infectedWhen() {
        return infectedWhen;
    }

    /** A rule that says no more than its kind and name, to be completed. */
    public static Builder of(Kind kind, String name, String source) {
        return new Builder(kind, name, source);
    }

    /** Completes a rule. Not thread-safe. */
    public static final class Builder {
        private final Kind kind;
        private final String name;
        private final String source;
        private final Map<String, ValuePath> fields = new LinkedHashMap<String, ValuePath>();
        private ValuePath namePath;
        private boolean preset;
        private Places places;
        private ValuePath id;
        private ValuePath user;
        private ValuePath attempt;
        private ValuePath error;
        private ConditionExpression failedWhen;
        private ConditionExpression skippedWhen;
        private ConditionExpression infectedWhen;

        private Builder(Kind kind, String name, String source) {
            this.kind = kind;
            this.name = name == null || name.isEmpty() ? null : name;
            this.source = source;
        }

        public Builder namePath(ValuePath path) {
            this.namePath = path;
            return this;
        }

        public Builder preset(boolean is) {
            this.preset = is;
            return this;
        }

        public Builder places(Places where) {
            this.places = where;
            return this;
        }

        public Builder id(ValuePath path) {
            this.id = path;
            return this;
        }

        public Builder user(ValuePath path) {
            this.user = path;
            return this;
        }

        public Builder attempt(ValuePath path) {
            this.attempt = path;
            return this;
        }

        public Builder error(ValuePath path) {
            this.error = path;
            return this;
        }

        public Builder field(String field, ValuePath path) {
            fields.put(field, path);
            return this;
        }

        public Builder failedWhen(ConditionExpression condition) {
            this.failedWhen = condition;
            return this;
        }

        public Builder skippedWhen(ConditionExpression condition) {
            this.skippedWhen = condition;
            return this;
        }

        public Builder infectedWhen(ConditionExpression condition) {
            this.infectedWhen = condition;
            return this;
        }

        public Rule build() {
            return new Rule(this);
        }
    }
}
