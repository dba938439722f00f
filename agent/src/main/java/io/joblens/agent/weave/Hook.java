package io.joblens.agent.weave;

import io.joblens.agent.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** A method or field that would be hooked, and what it means. Immutable. */
public final class Hook {
    private final String kind;
    private final String name;
    private final String className;
    private final String member;
    private final List<String> parameters;

    Hook(String kind, String name, String className, String member, List<String> parameters) {
        this.kind = kind;
        this.name = name;
        this.className = className;
        this.member = member;
        this.parameters = parameters;
    }

    static Hook of(Rule rule, String className, MethodDescription method) {
        List<String> parameters = new ArrayList<String>();
        for (TypeDescription parameter : method.getParameters().asTypeList().asErasures()) {
            parameters.add(parameter.getActualName());
        }
        return new Hook(
                rule.kind().name().toLowerCase(Locale.ROOT),
                rule.namePath() == null ? rule.name() : "{" + rule.namePath() + "}",
                className,
                method.getName(),
                Collections.unmodifiableList(parameters));
    }

    /** What it means: {@code job}, {@code start}, {@code scan}, {@code gauge}, … */
    public String kind() {
        return kind;
    }

    /**
     * The type of the job, the name of the scan or operation, or the metric of the gauge; in braces the path that it is read
     * from; {@code null} without one.
     */
    public String name() {
        return name;
    }

    public String className() {
        return className;
    }

    /** The name of the method or field. */
    public String member() {
        return member;
    }

    /** The types of the method's parameters as in source, {@code null} for a field. */
    public List<String> parameters() {
        return parameters;
    }
}
