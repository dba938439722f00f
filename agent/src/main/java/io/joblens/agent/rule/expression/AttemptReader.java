package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.ValueReader;

/** Reads the number of an attempt that is counted from another number than 1. */
final class AttemptReader implements ValueReader {
    private final ValueReader reader;
    private final long first;

    AttemptReader(ValueReader reader, long first) {
        this.reader = reader;
        this.first = first;
    }

    @Override
    public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many)
            throws Throwable {
        Object value = reader.read(returned, thrown, a, b, c, many);
        if (value instanceof Number) {
            return fromOne(((Number) value).longValue());
        }
        if (!(value instanceof CharSequence)) {
            return null;
        }
        try {
            return fromOne(Long.parseLong(value.toString().trim()));
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** Nothing for a number that no attempt has, as where there is no number. */
    private Object fromOne(long number) {
        return number < first ? null : (Object) (number - first + 1);
    }
}
