package io.joblens.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;

/** The agent's own classes, as they were compiled, for measurements of one part without the rest of the agent. */
final class AgentClasses {
    private static final ClassLoader LOADER = loader();

    private AgentClasses() {}

    static Class<?> named(String name) {
        try {
            return Class.forName("io.joblens.agent." + name, true, LOADER);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("run this in benchmarks/, beside the built module agent", e);
        }
    }

    static MethodHandle constructor(Class<?> type, Class<?>... parameters) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return MethodHandles.lookup().unreflectConstructor(constructor);
    }

    static MethodHandle method(Class<?> type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method);
    }

    private static ClassLoader loader() {
        try {
            java.net.URL[] path = {Path.of("../agent/target/classes").toUri().toURL()};
            return new java.net.URLClassLoader(path, AgentClasses.class.getClassLoader());
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
