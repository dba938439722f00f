package io.joblens.bootstrap.probe;

/**
 * Reads one value from a call of a woven method. Implementations are thread-safe.
 *
 * <p>The values a probe needs of {@code this} and of the arguments arrive in slots which the weaver has assigned: up to
 * three of them as {@code a}, {@code b}, {@code c}; with more than three all of them stand in {@code many} and the other
 * three are {@code null}. Slots instead of an argument array keep calls free of garbage.
 */
public interface ValueReader {
    /**
     * The value, or {@code null} when it is absent.
     *
     * @param returned what the method returned, {@code null} at entry and for {@code void}
     * @param thrown what the method threw, {@code null} at entry and when it returned
     * @throws Throwable whatever the application's own getters throw
     */
    Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) throws Throwable;
}
