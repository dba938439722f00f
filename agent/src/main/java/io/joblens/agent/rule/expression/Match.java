package io.joblens.agent.rule.expression;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;

/** Compares values with one constant, without garbage for all but the rarest types. Immutable. */
abstract class Match {
    abstract boolean matches(Object value);

    static Match of(Operator operator, Literal literal) {
        if (literal.kind == Literal.Kind.NUMBER) {
            return new OfNumber(operator, literal.number());
        }
        Match equal = equality(literal);
        return operator == Operator.EQUAL ? equal : new Otherwise(equal);
    }

    private static Match equality(Literal literal) {
        switch (literal.kind) {
            case NULL:
                return new OfNull();
            case BOOLEAN:
                return new OfTruth(literal.truth());
            default:
                return new OfText(literal);
        }
    }

    private static final class Otherwise extends Match {
        private final Match match;

        Otherwise(Match match) {
            this.match = match;
        }

        @Override
        boolean matches(Object value) {
            return !match.matches(value);
        }
    }

    private static final class OfNull extends Match {
        @Override
        boolean matches(Object value) {
            return value == null;
        }
    }

    static final class OfTruth extends Match {
        private final boolean truth;

        OfTruth(boolean truth) {
            this.truth = truth;
        }

        @Override
        boolean matches(Object value) {
            if (value instanceof Boolean) {
                return (Boolean) value == truth;
            }
            return value instanceof AtomicBoolean && ((AtomicBoolean) value).get() == truth;
        }
    }

    private static final class OfText extends Match {
        private final String text;
        private final String constant;
        private final TypeName enumType;

        OfText(Literal literal) {
            this.text = literal.text;
            // The names of enum constants are interned by the JVM: equal ones are then the same object.
            this.constant = literal.constant().intern();
            this.enumType = literal.enumType();
        }

        @Override
        boolean matches(Object value) {
            if (value instanceof Enum) {
                Enum<?> found = (Enum<?>) value;
                return found.name().equals(constant)
                        && (enumType == null
                                || enumType.matches(found.getDeclaringClass().getName()));
            }
            if (value instanceof String) {
                return value.equals(text);
            }
            if (value instanceof Character) {
                return text.length() == 1 && text.charAt(0) == (Character) value;
            }
            if (value instanceof Boolean || value instanceof AtomicBoolean) {
                return text.equals(value.toString());
            }
            return value instanceof CharSequence && text.contentEquals((CharSequence) value);
        }
    }

    private static final class OfNumber extends Match {
        private final Operator operator;
        private final BigDecimal number;
        private final double asDouble;
        private final float asFloat;

        /** The number, or {@code null} when it is not within {@code long}. */
        private final Long whole;

        OfNumber(Operator operator, BigDecimal number) {
            this.operator = operator;
            this.number = number;
            this.asDouble = number.doubleValue();
            this.asFloat = number.floatValue();
            this.whole = number.compareTo(BigDecimal.valueOf(number.longValue())) == 0 ? number.longValue() : null;
        }

        @Override
        boolean matches(Object value) {
            int order = order(value);
            return order == NumberOrder.NONE ? operator == Operator.UNEQUAL : operator.accepts(order);
        }

        private int order(Object value) {
            if (whole != null && NumberOrder.isWhole(value)) {
                return Long.compare(((Number) value).longValue(), whole);
            }
            if (value instanceof Double) {
                return NumberOrder.ofFloating((Double) value, asDouble);
            }
            if (value instanceof Float) {
                return NumberOrder.ofFloating((Float) value, asFloat);
            }
            return NumberOrder.of(value, number);
        }
    }
}
