package io.joblens.agent.rule.expression;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Says why a value of a declared type can never equal a constant. */
final class LiteralCheck {
    private final ValuePath path;
    private final Declared type;

    LiteralCheck(ValuePath path, Declared type) {
        this.path = path;
        this.type = type;
    }

    /** The sentence, or {@code null} when the two can be compared. Throws as the type pool does. */
    String against(Literal literal) {
        switch (literal.kind) {
            case NULL:
                return type.type.isPrimitive() ? found() + ", which is never null" : null;
            case NUMBER:
                return number(literal);
            case BOOLEAN:
                return truth(literal);
            default:
                return text(literal);
        }
    }

    private String number(Literal literal) {
        if (type.kind == Declared.Kind.NUMBER || type.kind == Declared.Kind.ANY) {
            return null;
        }
        String sentence = found() + ", which never compares with the number " + literal;
        if (type.kind == Declared.Kind.TEXT || type.kind == Declared.Kind.CHARACTER) {
            return sentence + "; write it in quotes to compare with the text";
        }
        return type.kind == Declared.Kind.ENUM
                ? sentence + "; it has " + Listing.of(constants())
                : sentence + others(literal);
    }

    private String truth(Literal literal) {
        if (type.kind == Declared.Kind.TRUTH || type.kind == Declared.Kind.ANY) {
            return null;
        }
        String sentence = found() + ", which is neither true nor false";
        if (type.kind == Declared.Kind.TEXT) {
            return sentence + "; write `'" + literal + "'` to compare with the text";
        }
        return type.kind == Declared.Kind.ENUM
                ? sentence + "; it has " + Listing.of(constants())
                : sentence + others(literal);
    }

    private String text(Literal literal) {
        switch (type.kind) {
            case ENUM:
                return constant(literal);
            case TRUTH:
                return literal.text.equals("true") || literal.text.equals("false")
                        ? null
                        : found() + ", which never equals " + word(literal) + "; compare it with `true` or `false`";
            case CHARACTER:
                return literal.text.length() == 1
                        ? null
                        : found() + ", which never equals " + word(literal) + "; compare it with a single character";
            case NUMBER:
                return found() + ", which never equals " + word(literal) + "; compare it with a number";
            case OBJECT:
                return found() + ", which never equals " + word(literal) + others(literal);
            default:
                return null;
        }
    }

    private String constant(Literal literal) {
        List<String> constants = constants();
        TypeName enumType = literal.enumType();
        if (enumType != null && !enumType.matches(type.type.getName())) {
            return found() + ", which never equals a constant of `" + enumType + "`; write `"
                    + Declared.simpleName(type.type) + "." + literal.constant() + "` or only the constant";
        }
        if (constants.contains(literal.constant())) {
            return null;
        }
        return found() + ", which has no constant `" + literal.constant() + "`; it has " + Listing.of(constants)
                + Nearest.clause(literal.constant(), constants);
    }

    private List<String> constants() {
        return constants(type.type);
    }

    private static List<String> constants(TypeDescription type) {
        List<String> constants = new ArrayList<>();
        for (FieldDescription field : type.getDeclaredFields()) {
            if (field.isEnum()) {
                constants.add(field.getName());
            }
        }
        return constants;
    }

    /** Proposes a property to compare instead: one with the very constant before any enum, and that before any text. */
    private String others(Literal literal) {
        String best = null;
        int bestRank = 0;
        for (String property : type.isArray() ? new ArrayList<String>() : type.properties()) {
            int rank = rank(property, literal);
            if (rank > bestRank) {
                best = property;
                bestRank = rank;
            }
        }
        return best == null ? "" : "; compare a property of it, such as `" + path + "." + best + "`";
    }

    private int rank(String property, Literal literal) {
        TypeDescription.Generic found = type.property(property);
        Declared declared = found == null ? null : Declared.of(found);
        if (declared == null) {
            return 0;
        }
        if (literal.kind == Literal.Kind.NUMBER) {
            return declared.kind == Declared.Kind.NUMBER ? 1 : 0;
        }
        if (literal.kind == Literal.Kind.BOOLEAN) {
            return declared.kind == Declared.Kind.TRUTH ? 1 : 0;
        }
        if (declared.kind == Declared.Kind.ENUM) {
            return constants(declared.type).contains(literal.constant()) ? 3 : 2;
        }
        return declared.kind == Declared.Kind.TEXT ? 1 : 0;
    }

    private static String word(Literal literal) {
        return (literal.kind == Literal.Kind.WORD ? "the word " : "the text ") + literal;
    }

    private String found() {
        return "`" + path + "` is " + type.described();
    }
}
