package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.ValueReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;

/** A way from a {@link Root} to a value: {@code arg1.page['key'][3]}. Immutable. */
public final class ValuePath implements Operand {
    private final Root root;
    private final List<Step> steps;
    private final int column;
    private final Object fallback;
    /** Whether it is told that the path may lead to nothing. */
    private final boolean optional;
    /** What an attempt is counted from. */
    private final long first;

    ValuePath(Root root, List<Step> steps, int column) {
        this(root, steps, column, null, false, 1);
    }

    private ValuePath(Root root, List<Step> steps, int column, Object fallback, boolean optional, long first) {
        this.fallback = fallback;
        this.optional = optional;
        this.first = first;
        this.root = root;
        this.steps = steps;
        this.column = column;
    }

    /** The root itself, without a step. */
    public static ValuePath of(Root root) {
        return new ValuePath(root, Collections.<Step>emptyList(), 1);
    }

    /** No path at all: the same value, a {@code String}, {@code Long} or {@code Boolean}, for every call. */
    public static ValuePath constant(Object value) {
        return new ValuePath(Root.NOTHING, Collections.<Step>emptyList(), 1, value, true, 1);
    }

    /**
     * The path, with a value for the calls in which it leads to nothing; {@code null} for none, and then it is nothing to
     * report when the path cannot be followed.
     */
    public ValuePath or(Object value) {
        return new ValuePath(root, steps, column, value, value == null, first);
    }

    /** The path to the number of an attempt that is counted from {@code number}, and not from 1. */
    public ValuePath from(long number) {
        return new ValuePath(root, steps, column, fallback, optional, number);
    }

    /** Whether every call has the same value, which no slot and no step is needed for. */
    public boolean isConstant() {
        return root == Root.NOTHING;
    }

    /** Whether every call of one method has the same value. */
    public boolean isFixed() {
        return isConstant() || root == Root.METHOD;
    }

    /** The value of a fixed path for the calls of one method, or {@code null}. */
    public Object fixedValue(Binding binding) {
        String ofMethod = root == Root.METHOD ? binding.ofMethod(this) : null;
        return ofMethod == null ? fallback : ofMethod;
    }

    /** What stands in for a value that is not there, or {@code null}. */
    public Object fallback() {
        return fallback;
    }

    /**
     * Parses a path which names its root.
     *
     * @throws InvalidExpression when the text is no path
     */
    public static ValuePath parse(String text) throws InvalidExpression {
        Tokens tokens = new Tokens(text);
        if (tokens.atEnd()) {
            throw new InvalidExpression(1, "the path is empty; one such as `arg0.id` would be right");
        }
        Operand operand = new OperandParser(tokens).operand();
        if (!(operand instanceof ValuePath)) {
            throw OperandParser.noValue(operand.toString(), operand.column());
        }
        demandEnd(tokens);
        return (ValuePath) operand;
    }

    /**
     * Parses the steps of a path whose root is known from elsewhere: {@code page.key}, {@code [0].name}.
     *
     * @throws InvalidExpression when the text is no path
     */
    public static ValuePath parseWithin(Root root, String text) throws InvalidExpression {
        Tokens tokens = new Tokens(text);
        if (tokens.atEnd()) {
            throw new InvalidExpression(1, "the path is empty; one such as `page.key` would be right");
        }
        OperandParser parser = new OperandParser(tokens);
        List<Step> steps = new ArrayList<>();
        if (!tokens.peek().isSign("[")) {
            steps.add(parser.property(tokens.peek().column));
        }
        steps.addAll(parser.steps());
        demandEnd(tokens);
        return new ValuePath(root, steps, 1);
    }

    private static void demandEnd(Tokens tokens) throws InvalidExpression {
        if (!tokens.atEnd()) {
            throw tokens.unexpected("a `.`, a `[` or the end");
        }
    }

    /** Where the path begins. */
    public Root root() {
        return root;
    }

    /** The one root, as {@link ConditionExpression#roots()} has it. */
    public Set<Root> roots() {
        return Collections.singleton(root);
    }

    List<Step> steps() {
        return steps;
    }

    @Override
    public int column() {
        return column;
    }

    /** What makes no sense for {@code method}. Loads no class; what cannot be known is not held against the path. */
    public List<Mistake> check(MethodDescription method) {
        return PathCheck.of(this, method).mistakes();
    }

    /** A reader of this path, for a probe with the slots of {@code binding}. */
    public ValueReader compile(Binding binding) {
        if (isConstant()) {
            return new FixedReader(fallback);
        }
        if (root == Root.METHOD) {
            return new FixedReader(binding.ofMethod(this));
        }
        ValueReader reader = PathReader.of(this, optional ? binding.quiet() : binding);
        reader = first == 1 ? reader : new AttemptReader(reader, first);
        return fallback == null ? reader : new FallbackReader(reader, fallback);
    }

    /** The value of a path that begins with {@link Root#METHOD}, or {@code null} when there is no such value. */
    String ofMethod(String className, String methodName) {
        if (steps.isEmpty() || steps.size() > 2) {
            return null;
        }
        String first = steps.get(0).toString();
        String second = steps.size() == 1 ? "" : steps.get(1).toString();
        if (first.equals(".name")) {
            return second.isEmpty() ? methodName : null;
        }
        if (first.equals(".shortName")) {
            return second.isEmpty() ? simpleName(className) + "." + methodName : null;
        }
        if (!first.equals(".class")) {
            return null;
        }
        if (second.equals(".simpleName")) {
            return simpleName(className);
        }
        return second.isEmpty() || second.equals(".name") ? className : null;
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    /** The path up to, without, its step at {@code index}. */
    ValuePath before(int index) {
        return new ValuePath(root, steps.subList(0, index), column);
    }

    /** The path, and what stands in for a value that is not there. */
    public String says() {
        return fallback == null
                ? toString()
                : this + " or " + fallback.getClass().getSimpleName() + " " + fallback;
    }

    /** The path as it would be written, with its root. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(root.toString());
        for (Step step : steps) {
            text.append(step);
        }
        return text.toString();
    }
}
