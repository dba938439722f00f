package io.joblens.agent.rule.expression;

import java.util.Collection;

/**
 * Shows the members of types, loaded or only described, to a {@link PropertySearch}.
 *
 * @param <T> a type
 * @param <M> what a property is found as
 */
interface Members<T, M> {
    /** The superclass, or {@code null} where there is none. */
    T superclass(T type);

    /** The interfaces which the type itself names. */
    Collection<? extends T> interfaces(T type);

    /**
     * An instance method without parameters, with a result, which {@code type} itself declares and which can be called.
     *
     * @param ofTruth whether only a {@code boolean} result will do
     * @return {@code null} when there is none
     */
    M method(T type, String name, boolean ofTruth);

    /** An instance field which {@code type} itself declares and which can be read, or {@code null}. */
    M field(T type, String name);

    /** The names of the methods and fields which {@code type} itself declares and which could be asked for above. */
    Collection<String> names(T type);
}
