package io.joblens.agent.rule.expression;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Opens packages of application modules through {@link Instrumentation}; by reflection, since Java 8 has no modules.
 */
public final class InstrumentedModules implements ModuleAccess {
    private final Instrumentation instrumentation;

    /** With the instrumentation that {@code premain} or {@code agentmain} was given. */
    public InstrumentedModules(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Opens the package of {@code type}; never one of the JDK, and on Java 8 there is nothing to open. */
    @Override
    public boolean open(Class<?> type) {
        if (Platform.owns(type)) {
            return false;
        }
        try {
            Method moduleOf = Class.class.getMethod("getModule");
            Object theirs = moduleOf.invoke(type);
            Object ours = moduleOf.invoke(InstrumentedModules.class);
            Class<?> module = moduleOf.getReturnType();
            Map<String, Set<Object>> opens = Collections.singletonMap(packageOf(type), Collections.singleton(ours));
            Instrumentation.class
                    .getMethod("redefineModule", module, Set.class, Map.class, Map.class, Set.class, Map.class)
                    .invoke(
                            instrumentation,
                            theirs,
                            Collections.emptySet(),
                            Collections.emptyMap(),
                            opens,
                            Collections.emptySet(),
                            Collections.emptyMap());
            return true;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            // Java 8, or a module that may not be modified: the property stays absent, and is reported so.
            return false;
        }
    }

    private static String packageOf(Class<?> type) {
        String name = type.getName();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
