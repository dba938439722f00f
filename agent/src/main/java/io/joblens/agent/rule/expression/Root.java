package io.joblens.agent.rule.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value path begins: {@code return}, {@code thrown}, {@code this} or an argument. Immutable, compared by
 * value.
 */
public final class Root {
    /** What the method returned, or what the stage it returned completed with. */
    public static final Root RETURN = new Root("return", -1);

    /** What the method threw. */
    public static final Root THROWN = new Root("thrown", -1);

    /** The method itself, as written: {@code method.name}, {@code method.class}. */
    public static final Root METHOD = new Root("method", -1);

    /** Nothing of the call: where a constant begins. */
    static final Root NOTHING = new Root("constant", -1);

    /** The object the method was called on. */
    public static final Root THIS = new Root("this", -1);

    /** As many as a method can have, by the class file format. */
    private static final int PARAMETERS = 255;

    private static final Pattern ARGUMENT = Pattern.compile("arg(0|[1-9][0-9]{0,2})");

    private final String word;
    private final int argument;

    private Root(String word, int argument) {
        this.word = word;
        this.argument = argument;
    }

    /** The argument at {@code index}, counted from 0. */
    public static Root argument(int index) {
        if (index < 0 || index >= PARAMETERS) {
            throw new IllegalArgumentException("no method has an argument " + index);
        }
        return new Root("arg" + index, index);
    }

    /** The root which {@code word} names, or {@code null} when it names none. */
    static Root named(String word) {
        if (word.equals(RETURN.word)) {
            return RETURN;
        }
        if (word.equals(THROWN.word)) {
            return THROWN;
        }
        if (word.equals(THIS.word)) {
            return THIS;
        }
        Matcher matcher = ARGUMENT.matcher(word);
        if (!matcher.matches()) {
            return null;
        }
        int index = Integer.parseInt(matcher.group(1));
        return index < PARAMETERS ? argument(index) : null;
    }

    /**
     * Whether a probe must be given the value in a slot, unlike {@code return} and {@code thrown} which it always has.
     */
    public boolean needsSlot() {
        return this == THIS || isArgument();
    }

    /** Whether this is an argument. */
    public boolean isArgument() {
        return argument >= 0;
    }

    /** The argument's index, counted from 0, or -1 when this is no argument. */
    public int argumentIndex() {
        return argument;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Root && ((Root) other).word.equals(word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    /** The word the language has for it. */
    @Override
    public String toString() {
        return word;
    }
}
