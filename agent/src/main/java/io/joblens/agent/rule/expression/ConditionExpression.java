package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.Condition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;

/** A condition over the values of a call: {@code return.status == FAILED and not arg0.dryRun}. Immutable. */
public final class ConditionExpression {
    private final String text;
    private final Node node;

    private ConditionExpression(String text, Node node) {
        this.text = text;
        this.node = node;
    }

    /**
     * Parses a condition.
     *
     * @throws InvalidExpression when the text is no condition
     */
    public static ConditionExpression parse(String text) throws InvalidExpression {
        return new ConditionExpression(text, ConditionParser.parse(text));
    }

    /** Every root the condition reads, in the order of its text. */
    public Set<Root> roots() {
        Set<Root> roots = new LinkedHashSet<>();
        node.accept(new RootCollector(roots));
        return roots;
    }

    /**
     * What makes no sense for {@code method}. Loads no class; what cannot be known is not held against the condition.
     */
    public List<Mistake> check(MethodDescription method) {
        return ConditionCheck.of(node, method);
    }

    /** The condition, for a probe with the slots of {@code binding}. */
    public Condition compile(Binding binding) {
        return node.accept(new ConditionCompiler(binding));
    }

    Node node() {
        return node;
    }

    /** The text as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
