package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.ValueReader;

/** Reads something that may be absent, and has a value for that. */
final class FallbackReader implements ValueReader {
    private final ValueReader reader;
    private final Object fallback;

    FallbackReader(ValueReader reader, Object fallback) {
        this.reader = reader;
        this.fallback = fallback;
    }

    @Override
    public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many)
            throws Throwable {
        Object value = reader.read(returned, thrown, a, b, c, many);
        return value == null ? fallback : value;
    }
}
