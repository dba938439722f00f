package io.joblens.agent.rule.expression;

import java.util.Set;

/** Collects the roots of all paths of a condition. */
final class RootCollector implements Node.Visitor<Void> {
    private final Set<Root> roots;

    RootCollector(Set<Root> roots) {
        this.roots = roots;
    }

    @Override
    public Void comparison(Node.Comparison node) {
        add(node.left);
        return add(node.right);
    }

    @Override
    public Void membership(Node.Membership node) {
        add(node.path);
        for (Operand choice : node.choices) {
            add(choice);
        }
        return null;
    }

    @Override
    public Void containment(Node.Containment node) {
        add(node.path);
        return add(node.part);
    }

    @Override
    public Void typeTest(Node.TypeTest node) {
        return add(node.path);
    }

    @Override
    public Void truth(Node.Truth node) {
        return add(node.path);
    }

    @Override
    public Void junction(Node.Junction node) {
        node.left.accept(this);
        return node.right.accept(this);
    }

    @Override
    public Void negation(Node.Negation node) {
        return node.node.accept(this);
    }

    private Void add(Operand operand) {
        if (operand instanceof ValuePath) {
            roots.add(((ValuePath) operand).root());
        }
        return null;
    }
}
