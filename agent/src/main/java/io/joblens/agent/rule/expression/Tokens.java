package io.joblens.agent.rule.expression;

/** Reads tokens with one token of foresight. */
final class Tokens {
    private final Scanner scanner;
    private Token next;
    private Token last;

    Tokens(String text) {
        scanner = new Scanner(text);
        next = scanner.next();
    }

    /** The token to come. */
    Token peek() throws InvalidExpression {
        if (next.kind == Token.Kind.FAULT) {
            throw new InvalidExpression(next.column, next.text);
        }
        return next;
    }

    Token take() throws InvalidExpression {
        last = peek();
        next = scanner.next();
        return last;
    }

    boolean takeSign(String sign) throws InvalidExpression {
        if (!peek().isSign(sign)) {
            return false;
        }
        take();
        return true;
    }

    boolean takeWord(String word) throws InvalidExpression {
        if (!peek().isWord(word)) {
            return false;
        }
        take();
        return true;
    }

    void demandSign(String sign, String why) throws InvalidExpression {
        if (!takeSign(sign)) {
            throw unexpected("`" + sign + "` " + why);
        }
    }

    boolean atEnd() throws InvalidExpression {
        return peek().kind == Token.Kind.END;
    }

    /** What to throw when the token to come is not what would be right. */
    InvalidExpression unexpected(String right) {
        String found = next.kind == Token.Kind.END
                ? last == null ? "there is nothing here" : "nothing follows `" + last.source + "`"
                : "`" + next.source + "` is not understood here";
        return new InvalidExpression(next.column, found + "; " + right + " would be right");
    }
}
