package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.Condition;
import io.joblens.bootstrap.probe.ValueReader;

/** Turns the tree of a condition into one that runs. */
final class ConditionCompiler implements Node.Visitor<Condition> {
    private final Binding binding;

    ConditionCompiler(Binding binding) {
        this.binding = binding;
    }

    @Override
    public Condition comparison(Node.Comparison node) {
        return compared(node.left.compile(binding), node.operator, node.right);
    }

    @Override
    public Condition membership(Node.Membership node) {
        // Read once: the path may be an expensive method, or one that counts.
        ValueReader path = node.path.compile(binding);
        ValueReader[] paths = new ValueReader[node.choices.size()];
        Match[] literals = new Match[paths.length];
        for (int i = 0; i < paths.length; i++) {
            Operand choice = node.choices.get(i);
            if (choice instanceof ValuePath) {
                paths[i] = ((ValuePath) choice).compile(binding);
            } else {
                literals[i] = Match.of(Operator.EQUAL, (Literal) choice);
            }
        }
        return (returned, thrown, a, b, c, many) -> {
            Object value = path.read(returned, thrown, a, b, c, many);
            for (int i = 0; i < paths.length; i++) {
                boolean isMember = paths[i] == null
                        ? literals[i].matches(value)
                        : Pair.compare(value, Operator.EQUAL, paths[i].read(returned, thrown, a, b, c, many));
                if (isMember) {
                    return true;
                }
            }
            return false;
        };
    }

    @Override
    public Condition containment(Node.Containment node) {
        ValueReader path = node.path.compile(binding);
        if (node.part instanceof Literal) {
            return matched(path, new Containing((Literal) node.part));
        }
        ValueReader part = ((ValuePath) node.part).compile(binding);
        return (returned, thrown, a, b, c, many) -> Containing.contains(
                path.read(returned, thrown, a, b, c, many), part.read(returned, thrown, a, b, c, many));
    }

    @Override
    public Condition typeTest(Node.TypeTest node) {
        return matched(node.path.compile(binding), new TypeMatch(node.type));
    }

    @Override
    public Condition truth(Node.Truth node) {
        return matched(node.path.compile(binding), new Match.OfTruth(true));
    }

    @Override
    public Condition junction(Node.Junction node) {
        Condition left = node.left.accept(this);
        Condition right = node.right.accept(this);
        if (node.both) {
            return (returned, thrown, a, b, c, many) ->
                    left.holds(returned, thrown, a, b, c, many) && right.holds(returned, thrown, a, b, c, many);
        }
        return (returned, thrown, a, b, c, many) ->
                left.holds(returned, thrown, a, b, c, many) || right.holds(returned, thrown, a, b, c, many);
    }

    @Override
    public Condition negation(Node.Negation node) {
        Condition condition = node.node.accept(this);
        return (returned, thrown, a, b, c, many) -> !condition.holds(returned, thrown, a, b, c, many);
    }

    private Condition compared(ValueReader left, Operator operator, Operand right) {
        if (right instanceof Literal) {
            return matched(left, Match.of(operator, (Literal) right));
        }
        ValueReader other = ((ValuePath) right).compile(binding);
        return (returned, thrown, a, b, c, many) -> Pair.compare(
                left.read(returned, thrown, a, b, c, many), operator, other.read(returned, thrown, a, b, c, many));
    }

    private static Condition matched(ValueReader reader, Match match) {
        return (returned, thrown, a, b, c, many) -> match.matches(reader.read(returned, thrown, a, b, c, many));
    }
}
