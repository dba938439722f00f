package io.joblens.agent.rule.expression;

/** Something wrong in the text of an expression: where it stands, and what would be right. Immutable. */
public final class Mistake {
    private final int column;
    private final String sentence;

    Mistake(int column, String sentence) {
        this.column = column;
        this.sentence = sentence;
    }

    /** The column in the expression's own text, counted from 1. */
    public int column() {
        return column;
    }

    /** What was found and what would be right, without the column. */
    public String sentence() {
        return sentence;
    }

    /** The sentence, with the column in front of it. */
    @Override
    public String toString() {
        return "column " + column + ": " + sentence;
    }
}
