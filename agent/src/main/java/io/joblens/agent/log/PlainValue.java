package io.joblens.agent.log;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A value of the application as a line can have it; its methods are the application's and may throw. */
final class PlainValue {
    private PlainValue() {}

    /** As {@link #of(Object)}; context data are texts, but the number of an attempt is to be one in every line. */
    static Object of(StandardField field, Object value) {
        return field == StandardField.ATTEMPTS && value instanceof String ? attempt((String) value) : of(value);
    }

    /** A {@code String}, {@code Boolean}, JDK {@code Number} or {@code null}. */
    static Object of(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || isNumber(value)) {
            return value;
        }
        try {
            return String.valueOf(value.toString());
        } catch (Throwable broken) {
            return "(toString() of " + value.getClass().getName() + " threw "
                    + broken.getClass().getName() + ")";
        }
    }

    private static Object attempt(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException ofTheApplication) {
            return text;
        }
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                // These can be extended, and would then be spelled by the application.
                || value.getClass() == BigDecimal.class
                || value.getClass() == BigInteger.class;
    }
}
