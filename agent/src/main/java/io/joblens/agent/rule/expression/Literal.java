package io.joblens.agent.rule.expression;

import java.math.BigDecimal;

/** A constant in an expression's text. */
final class Literal implements Operand {
    enum Kind {
        /** Without quotes, possibly with dots: a constant of an enum, or a text. */
        WORD,
        QUOTED,
        NUMBER,
        BOOLEAN,
        NULL
    }

    final Kind kind;

    /** As it means: a quoted text without its quotes. */
    final String text;

    private final String source;
    private final int column;

    private Literal(Kind kind, String text, String source, int column) {
        this.kind = kind;
        this.text = text;
        this.source = source;
        this.column = column;
    }

    static Literal word(String text, int column) {
        if (text.equals("true") || text.equals("false")) {
            return new Literal(Kind.BOOLEAN, text, text, column);
        }
        return new Literal(text.equals("null") ? Kind.NULL : Kind.WORD, text, text, column);
    }

    static Literal of(Token token) {
        Kind kind = token.kind == Token.Kind.NUMBER ? Kind.NUMBER : Kind.QUOTED;
        return new Literal(kind, token.text, token.source, token.column);
    }

    boolean isText() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    boolean truth() {
        return text.equals("true");
    }

    BigDecimal number() {
        return new BigDecimal(text);
    }

    /** Of {@code EnumType.CONSTANT} the type, or {@code null} of a word without a dot. */
    TypeName enumType() {
        int dot = kind == Kind.WORD ? text.lastIndexOf('.') : -1;
        return dot < 0 ? null : new TypeName(text.substring(0, dot));
    }

    /** Of {@code EnumType.CONSTANT} the constant, else the whole text. */
    String constant() {
        return kind == Kind.WORD ? text.substring(text.lastIndexOf('.') + 1) : text;
    }

    @Override
    public int column() {
        return column;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return source;
    }
}
