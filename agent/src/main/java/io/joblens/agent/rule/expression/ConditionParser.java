package io.joblens.agent.rule.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parses conditions by recursive descent: {@code or} over {@code and} over {@code not} over comparisons. */
final class ConditionParser {
    /** Keeps a text of nothing but parentheses from exhausting the stack. */
    private static final int DEPTH = 100;

    /** Keeps a chain of {@code and} from exhausting it. */
    private static final int LENGTH = 4_000;

    private static final Map<String, String> SYNONYMS = new HashMap<>();

    static {
        SYNONYMS.put("equals", "==");
        SYNONYMS.put("eq", "==");
        SYNONYMS.put("ne", "!=");
        SYNONYMS.put("instanceof", "is");
        SYNONYMS.put("includes", "contains");
        SYNONYMS.put("has", "contains");
    }

    private final Tokens tokens;
    private final OperandParser operands;
    private int depth;

    private ConditionParser(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens);
    }

    static Node parse(String text) throws InvalidExpression {
        if (text.length() > LENGTH) {
            throw new InvalidExpression(
                    LENGTH, "the condition is longer than " + LENGTH + " characters; make it simpler");
        }
        Tokens tokens = new Tokens(text);
        if (tokens.atEnd()) {
            throw new InvalidExpression(1, "the condition is empty; one such as `return == FAILED` would be right");
        }
        ConditionParser parser = new ConditionParser(tokens);
        Node node = parser.either();
        if (!tokens.atEnd()) {
            throw parser.leftover();
        }
        return node;
    }

    private Node either() throws InvalidExpression {
        Node node = both();
        while (tokens.takeWord("or")) {
            node = Node.Junction.either(node, both());
        }
        return node;
    }

    private Node both() throws InvalidExpression {
        Node node = negation();
        while (tokens.takeWord("and")) {
            node = Node.Junction.both(node, negation());
        }
        return node;
    }

    private Node negation() throws InvalidExpression {
        if (++depth > DEPTH) {
            throw new InvalidExpression(
                    tokens.peek().column, "the condition nests deeper than " + DEPTH + " levels; make it simpler");
        }
        Node node = tokens.takeWord("not") ? new Node.Negation(negation()) : comparison();
        depth--;
        return node;
    }

    private Node comparison() throws InvalidExpression {
        if (tokens.takeSign("(")) {
            Node node = either();
            if (!tokens.peek().isSign(")") && !tokens.atEnd()) {
                throw leftover();
            }
            tokens.demandSign(")", "to close the `(`");
            return node;
        }
        Operand left = operands.operand();
        Operator operator = Operator.of(tokens.peek());
        if (operator != null) {
            Token sign = tokens.take();
            return compared(left, operator, sign, operands.operand());
        }
        if (!(left instanceof ValuePath)) {
            throw OperandParser.noValue(left.toString(), left.column());
        }
        ValuePath path = (ValuePath) left;
        if (tokens.takeWord("in")) {
            return new Node.Membership(path, list());
        }
        if (tokens.takeWord("contains")) {
            return new Node.Containment(path, operands.operand());
        }
        if (tokens.takeWord("is")) {
            return new Node.TypeTest(path, type());
        }
        return new Node.Truth(path);
    }

    private static Node compared(Operand left, Operator operator, Token sign, Operand right) throws InvalidExpression {
        if (left instanceof ValuePath) {
            demandOrder(operator, sign, right);
            return new Node.Comparison((ValuePath) left, operator, right);
        }
        if (right instanceof ValuePath) {
            demandOrder(operator, sign, left);
            return new Node.Comparison((ValuePath) right, operator.mirrored(), left);
        }
        throw OperandParser.noValue(left.toString(), left.column());
    }

    private static void demandOrder(Operator operator, Token sign, Operand operand) throws InvalidExpression {
        if (operator.orders() && operand instanceof Literal && ((Literal) operand).kind != Literal.Kind.NUMBER) {
            throw new InvalidExpression(
                    operand.column(),
                    "`" + operand + "` is no number; `" + sign.text + "` compares with a number or a path");
        }
    }

    private List<Operand> list() throws InvalidExpression {
        tokens.demandSign("[", "to begin the list, as in `in [A, B]`,");
        List<Operand> choices = new ArrayList<>();
        do {
            choices.add(operands.operand());
        } while (tokens.takeSign(","));
        tokens.demandSign("]", "to close the list");
        return choices;
    }

    private TypeName type() throws InvalidExpression {
        if (tokens.peek().isWord("not")) {
            throw new InvalidExpression(tokens.peek().column, "`not` stands before a condition; write `not … is …`");
        }
        StringBuilder name = new StringBuilder();
        do {
            Token word = tokens.peek();
            if (word.kind != Token.Kind.WORD) {
                throw tokens.unexpected("the name of a class");
            }
            name.append(name.length() == 0 ? "" : ".").append(tokens.take().text);
        } while (tokens.takeSign("."));
        return new TypeName(name.toString());
    }

    private InvalidExpression leftover() throws InvalidExpression {
        Token found = tokens.peek();
        if (found.isSign(")")) {
            return new InvalidExpression(found.column, "`)` closes nothing; leave it away");
        }
        if (Operator.of(found) != null || found.isWord("in") || found.isWord("is") || found.isWord("contains")) {
            return new InvalidExpression(
                    found.column,
                    "`" + found.text + "` follows a whole condition; join two of them with `and` or `or`");
        }
        if (found.isWord("not")) {
            return new InvalidExpression(found.column, "`not` stands before a condition, as in `not return in [A, B]`");
        }
        if (found.kind == Token.Kind.WORD) {
            String meant = SYNONYMS.containsKey(found.text)
                    ? SYNONYMS.get(found.text)
                    : Nearest.to(found.text, Arrays.asList("and", "or", "in", "is", "contains"));
            if (meant != null) {
                return new InvalidExpression(
                        found.column, "`" + found.source + "` is no operator; did you mean `" + meant + "`?");
            }
        }
        return tokens.unexpected("`and`, `or` or the end");
    }
}
