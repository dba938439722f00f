package io.joblens.agent.rule.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Compares numbers of all types by their value. A floating number means the shortest decimal that reads back as it. */
final class NumberOrder {
    /** No order: one of them is no number. */
    static final int NONE = Integer.MIN_VALUE;

    private NumberOrder() {}

    /** Negative, 0 or positive as {@link Comparable} has it, or {@link #NONE}. */
    static int of(Object a, Object b) {
        if (!(a instanceof Number) || !(b instanceof Number)) {
            return NONE;
        }
        if (isWhole(a) && isWhole(b)) {
            return Long.compare(((Number) a).longValue(), ((Number) b).longValue());
        }
        double first = ((Number) a).doubleValue();
        double second = ((Number) b).doubleValue();
        boolean finite = isFinite(a, first) && isFinite(b, second);
        if (!finite || (a instanceof Double && b instanceof Double)) {
            return ofFloating(first, second);
        }
        return decimal((Number) a).compareTo(decimal((Number) b));
    }

    /** The order of two floating numbers, of which {@code -0.0} and {@code 0.0} are one. */
    static int ofFloating(double a, double b) {
        return a < b ? -1 : a > b ? 1 : a == b ? 0 : NONE;
    }

    /** Whether this is of a type that holds whole numbers within {@code long}. */
    static boolean isWhole(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof AtomicInteger
                || value instanceof AtomicLong
                || value instanceof LongAdder
                || value instanceof LongAccumulator;
    }

    private static boolean isFinite(Object value, double asDouble) {
        // A big decimal too large for a double is finite all the same.
        boolean isBig = value instanceof BigDecimal || value instanceof BigInteger;
        return isBig || !(Double.isNaN(asDouble) || Double.isInfinite(asDouble));
    }

    /** The exact value of a finite number. */
    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal) {
            return (BigDecimal) number;
        }
        if (number instanceof BigInteger) {
            return new BigDecimal((BigInteger) number);
        }
        if (number instanceof Float) {
            return new BigDecimal(number.toString());
        }
        double asDouble = number.doubleValue();
        // Of a type we do not know, the whole part alone can be had exactly.
        boolean isWhole = isWhole(number) || (!(number instanceof Double) && asDouble == number.longValue());
        return isWhole ? BigDecimal.valueOf(number.longValue()) : BigDecimal.valueOf(asDouble);
    }
}
