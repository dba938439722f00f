package io.joblens.agent.rule.expression;

/** Opens classes of named modules to us. Implementations are thread-safe and throw nothing. */
public interface ModuleAccess {
    /** Makes the members of {@code type} accessible to us by reflection; whether that succeeded. */
    boolean open(Class<?> type);
}
