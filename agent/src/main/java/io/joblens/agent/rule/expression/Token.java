package io.joblens.agent.rule.expression;

/** A word, number, quoted text or sign of an expression's text. */
final class Token {
    enum Kind {
        WORD,
        NUMBER,
        QUOTED,
        SIGN,
        /** Not of the language; {@link Token#text} is the sentence that says so. */
        FAULT,
        END
    }

    final Kind kind;

    /** As it means: a quoted text without its quotes. */
    final String text;

    /** As it was written. */
    final String source;

    final int column;

    Token(Kind kind, String text, String source, int column) {
        this.kind = kind;
        this.text = text;
        this.source = source;
        this.column = column;
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
