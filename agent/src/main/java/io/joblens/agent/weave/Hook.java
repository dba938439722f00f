package io.joblens.agent.weave;

import io.joblens.agent.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.Type;

/** A method or field that would be hooked, what it means, and who says so. Immutable. */
public final class Hook {
    static final String ANNOTATION = "annotation";

    private final String kind;
    private final String name;
    private final String className;
    private final String member;
    private final List<String> parameters;
    private final String source;

    Hook(String kind, String name, String className, String member, List<String> parameters, String source) {
        this.kind = kind;
        this.name = name;
        this.className = className;
        this.member = member;
        this.parameters = parameters;
        this.source = source;
    }

    /** @param name that of the rule, as far as it is the same for every call */
    static Hook of(Rule rule, String name, String className, MethodDescription method) {
        List<String> parameters = new ArrayList<String>();
        // From the descriptor: the library that has a type may not be among what is checked.
        for (Type parameter : Type.getArgumentTypes(method.getDescriptor())) {
            parameters.add(parameter.getClassName());
        }
        return new Hook(
                rule.kind().name().toLowerCase(Locale.ROOT),
                name == null && rule.namePath() != null ? "{" + rule.namePath() + "}" : name,
                className,
                method.getName(),
                Collections.unmodifiableList(parameters),
                rule.source().startsWith("@") ? ANNOTATION : rule.source());
    }

    /** What it means: {@code job}, {@code start}, {@code scan}, {@code gauge}, … */
    public String kind() {
        return kind;
    }

    /** The type of the job, the name of the scan or operation, or the metric of the gauge; {@code null} without one. */
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

    /** Who says so: {@code annotation}, or the place of a rule such as {@code joblens.yaml:2:5}. */
    public String source() {
        return source;
    }

    /** The types of the method's parameters as in source, {@code null} for a field. */
    public List<String> parameters() {
        return parameters;
    }
}
