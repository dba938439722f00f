package io.joblens.agent.rule.expression;

import java.util.HashMap;
import java.util.Map;

/** Cuts the text of an expression into tokens, one at a time, so that the leftmost mistake is the one that is told. */
final class Scanner {
    private static final String[] SIGNS = {"==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ",", "."};

    /** What other languages write, longest first where one begins another, and what this one writes instead. */
    private static final String[] FOREIGN = {"===", "!==", "<>", "=<", "=>", "=~", "&&", "||", "&", "|", "=", "!"};

    private static final Map<String, String> OURS = new HashMap<>();

    static {
        OURS.put("===", "==");
        OURS.put("!==", "!=");
        OURS.put("<>", "!=");
        OURS.put("=<", "<=");
        OURS.put("=>", ">=");
        OURS.put("=~", "==");
        OURS.put("&&", "and");
        OURS.put("||", "or");
        OURS.put("&", "and");
        OURS.put("|", "or");
        OURS.put("=", "==");
        OURS.put("!", "not");
    }

    private final String text;
    private int position;

    Scanner(String text) {
        this.text = text;
    }

    Token next() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        if (position == text.length()) {
            return new Token(Token.Kind.END, "", "the end", position + 1);
        }
        char first = text.charAt(position);
        if (Character.isJavaIdentifierStart(first)) {
            return token(Token.Kind.WORD, endOfWord(position));
        }
        if (isDigit(position) || (first == '-' && isDigit(position + 1))) {
            return number();
        }
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        return sign();
    }

    private Token number() {
        int end = endOfDigits(position + 1);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(end + 1)) {
            end = endOfDigits(end + 1);
        }
        int word = endOfWord(end);
        if (word == end) {
            return token(Token.Kind.NUMBER, end);
        }
        String source = text.substring(position, word);
        return fault(source, "`" + source + "` is no number; put it in quotes to mean the word");
    }

    private Token quoted(char quote) {
        int end = text.indexOf(quote, position + 1);
        if (end < 0) {
            String source = text.substring(position);
            return fault(source, "the text that begins here has no end; close it with " + quote);
        }
        Token token = new Token(
                Token.Kind.QUOTED, text.substring(position + 1, end), text.substring(position, end + 1), position + 1);
        position = end + 1;
        return token;
    }

    private Token sign() {
        for (String foreign : FOREIGN) {
            if (text.startsWith(foreign, position) && !isOurs(foreign)) {
                return fault(foreign, "`" + foreign + "` is no operator; write `" + OURS.get(foreign) + "`");
            }
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, position)) {
                return token(Token.Kind.SIGN, position + sign.length());
            }
        }
        String source = text.substring(position, text.offsetByCodePoints(position, 1));
        if (source.equals("-")) {
            return fault(source, "`-` is no operator; put a word that holds one in quotes");
        }
        return fault(source, "`" + source + "` is no sign of this language; put it in quotes to mean the text");
    }

    /** Whether a foreign sign only seems to stand here, as the beginning of one of ours: {@code =} of {@code ==}. */
    private boolean isOurs(String foreign) {
        return foreign.length() == 1 && text.startsWith("=", position + 1);
    }

    private Token token(Token.Kind kind, int end) {
        String source = text.substring(position, end);
        Token token = new Token(kind, source, source, position + 1);
        position = end;
        return token;
    }

    private Token fault(String source, String sentence) {
        Token token = new Token(Token.Kind.FAULT, sentence, source, position + 1);
        position = text.length();
        return token;
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfDigits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
