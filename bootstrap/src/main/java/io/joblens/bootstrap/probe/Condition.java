package io.joblens.bootstrap.probe;

/** Tells an outcome from a call of a woven method, with the slots of {@link ValueReader}. Implementations are thread-safe. */
public interface Condition {
    /**
     * Whether the condition holds.
     *
     * @throws Throwable whatever the application's own getters throw
     */
    boolean holds(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) throws Throwable;
}
