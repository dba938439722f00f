package io.joblens.bootstrap.job;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Values as they may be kept after the call that brought them. */
public final class Plain {
    private Plain() {}

    /**
     * The value as a {@code String}, {@code Boolean} or immutable JDK {@code Number}: no object of the application, which would
     * hold its class loader.
     *
     * @param value may be {@code null}
     * @throws RuntimeException what the value's own {@code toString} throws
     */
    public static Object of(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        return value instanceof Number ? number((Number) value) : String.valueOf(value);
    }

    private static Object number(Number value) {
        if (value instanceof AtomicInteger || value instanceof AtomicLong) {
            return value.longValue();
        }
        Class<?> type = value.getClass();
        boolean immutable = type == Integer.class
                || type == Long.class
                || type == Double.class
                || type == Float.class
                || type == Short.class
                || type == Byte.class
                || type == BigDecimal.class
                || type == BigInteger.class;
        return immutable ? value : value.toString();
    }
}
