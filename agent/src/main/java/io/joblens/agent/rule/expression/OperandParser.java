package io.joblens.agent.rule.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses value paths and literals. */
final class OperandParser {
    private static final List<String> KEYWORDS = Arrays.asList("and", "or", "not", "in", "is", "contains");

    /** What others call our roots; too far from them to be found as typing errors. */
    private static final Map<String, String> SYNONYMS = new HashMap<>();

    static {
        SYNONYMS.put("result", "return");
        SYNONYMS.put("exception", "thrown");
        SYNONYMS.put("self", "this");
    }

    private static final Pattern NUMBERED = Pattern.compile("[a-zA-Z_]+([0-9]{1,2})");

    private final Tokens tokens;

    OperandParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A path or a literal. */
    Operand operand() throws InvalidExpression {
        Token token = tokens.peek();
        if (token.kind == Token.Kind.NUMBER || token.kind == Token.Kind.QUOTED) {
            return Literal.of(tokens.take());
        }
        if (token.kind != Token.Kind.WORD) {
            throw tokens.unexpected("a value");
        }
        if (KEYWORDS.contains(token.text)) {
            throw tokens.unexpected("a value (`'" + token.text + "'` in quotes to mean the word)");
        }
        tokens.take();
        if (token.text.equals("method") && tokens.peek().isSign(".")) {
            return method(token);
        }
        Root root = Root.named(token.text);
        return root == null ? word(token) : new ValuePath(root, steps(), token.column);
    }

    /** What a call says of its method is known when the class is woven, so there is nothing more to follow. */
    private ValuePath method(Token first) throws InvalidExpression {
        ValuePath path = new ValuePath(Root.METHOD, steps(), first.column);
        if (path.ofMethod("", "") == null) {
            throw new InvalidExpression(
                    first.column,
                    "`" + path + "` has no value; `method.name`, `method.shortName`, `method.class` or"
                            + " `method.class.simpleName` would be right");
        }
        return path;
    }

    /** The steps of a path up to the first token that is none. */
    List<Step> steps() throws InvalidExpression {
        List<Step> steps = new ArrayList<>();
        while (true) {
            int column = tokens.peek().column;
            if (tokens.takeSign(".")) {
                steps.add(property(column));
            } else if (tokens.takeSign("[")) {
                steps.add(bracketed(column));
            } else if (!steps.isEmpty() && tokens.peek().isSign("(")) {
                throw new InvalidExpression(
                        column, "a path has no `()`; leave them away, the method is called all the same");
            } else {
                return steps;
            }
        }
    }

    Step property(int column) throws InvalidExpression {
        Token name = tokens.peek();
        if (name.kind == Token.Kind.NUMBER) {
            throw new InvalidExpression(
                    name.column, "`" + name.source + "` is no name; write `[" + name.source + "]` for an element");
        }
        if (name.kind != Token.Kind.WORD) {
            throw tokens.unexpected("the name of a property");
        }
        return Step.property(tokens.take().text, column);
    }

    private Step bracketed(int column) throws InvalidExpression {
        Token content = tokens.peek();
        if (content.kind == Token.Kind.WORD) {
            throw new InvalidExpression(
                    content.column,
                    "`" + content.source + "` is no index; write `['" + content.source + "']` for the key of a map");
        }
        if (content.kind != Token.Kind.NUMBER && content.kind != Token.Kind.QUOTED) {
            throw tokens.unexpected("an index or a key in quotes");
        }
        tokens.take();
        Step step = content.kind == Token.Kind.QUOTED
                ? Step.key(content.text, column)
                : Step.element(index(content), column);
        tokens.demandSign("]", "to close the `[`");
        return step;
    }

    private static int index(Token number) throws InvalidExpression {
        try {
            int index = Integer.parseInt(number.text);
            if (index >= 0) {
                return index;
            }
        } catch (NumberFormatException e) {
            // A decimal, or more than an array can hold: told below like a negative one.
        }
        throw new InvalidExpression(
                number.column, "`" + number.source + "` is no index; a whole number counted from 0 would be right");
    }

    private Literal word(Token first) throws InvalidExpression {
        StringBuilder text = new StringBuilder(first.text);
        while (tokens.takeSign(".")) {
            Token next = tokens.peek();
            if (next.kind != Token.Kind.WORD) {
                throw tokens.unexpected("a name");
            }
            text.append('.').append(tokens.take().text);
        }
        boolean isDotted = text.length() > first.text.length();
        // `Result.OK` is a constant, but nobody calls a type `retrun`.
        boolean isPath = tokens.peek().isSign("[") || (isDotted && Character.isLowerCase(first.text.charAt(0)));
        if (isPath && meant(first.text) != null) {
            throw noValue(first.text, first.column);
        }
        return Literal.word(text.toString(), first.column);
    }

    /** What to throw when a path would be right and {@code found} stands there. */
    static InvalidExpression noValue(String found, int column) {
        String meant = meant(found);
        return new InvalidExpression(
                column,
                "`" + found + "` is no value of the call; "
                        + (meant == null
                                ? "a path that begins with `return`, `thrown`, `this` or `arg0` would be right"
                                : "did you mean `" + meant + "`?"));
    }

    private static String meant(String word) {
        int dot = word.indexOf('.');
        String first = dot < 0 ? word : word.substring(0, dot);
        if (SYNONYMS.containsKey(first)) {
            return SYNONYMS.get(first);
        }
        List<String> roots = new ArrayList<>(Arrays.asList("return", "thrown", "this"));
        Matcher numbered = NUMBERED.matcher(first);
        roots.add("arg" + (numbered.matches() ? Integer.valueOf(numbered.group(1)) : "0"));
        return Nearest.to(first, roots);
    }
}
