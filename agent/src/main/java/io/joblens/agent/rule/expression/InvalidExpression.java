package io.joblens.agent.rule.expression;

/** The text is no expression. The message is a sentence for the person who wrote the text. */
public final class InvalidExpression extends Exception {
    private final transient Mistake mistake;

    InvalidExpression(int column, String sentence) {
        this(new Mistake(column, sentence));
    }

    private InvalidExpression(Mistake mistake) {
        super(mistake.toString());
        this.mistake = mistake;
    }

    /** The first mistake in the text. */
    public Mistake mistake() {
        return mistake;
    }
}
