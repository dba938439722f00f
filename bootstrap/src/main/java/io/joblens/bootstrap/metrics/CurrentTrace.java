package io.joblens.bootstrap.metrics;

/** Knows which trace the calling thread takes part in. Implementations are thread-safe and throw nothing. */
public abstract class CurrentTrace {
    /** Where nobody traces. */
    static final CurrentTrace NONE = new CurrentTrace() {
        @Override
        protected String id() {
            return null;
        }
    };

    /** The trace's id, or {@code null}. */
    protected abstract String id();
}
