package io.joblens.agent.rule.expression;

/** Looks at every comparison of a condition, whatever joins them. */
abstract class ConditionWalk implements Node.Visitor<Void> {
    @Override
    public final Void both(Node.Both node) {
        return each(node);
    }

    @Override
    public final Void either(Node.Either node) {
        return each(node);
    }

    @Override
    public final Void negation(Node.Negation node) {
        return node.node.accept(this);
    }

    private Void each(Node.Joined node) {
        node.left.accept(this);
        return node.right.accept(this);
    }
}
