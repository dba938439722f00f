package io.joblens.agent.weave;

import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.expression.ModuleAccess;
import io.joblens.bootstrap.metrics.Gauge;
import io.joblens.bootstrap.metrics.Instances;
import java.lang.ref.WeakReference;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A field or method of the application that feeds a gauge, read over the instances that live. Thread-safe. */
final class GaugeMember implements Gauge.Source {
    private final GaugeRule rule;
    private final String className;
    private final WeakReference<ClassLoader> loader;
    /** A class with a static initializer registers itself when that has run: reading must not be what runs it. */
    private final boolean hasInitializer;

    private final Instances instances;
    private final ModuleAccess modules;

    GaugeMember(
            GaugeRule rule,
            String className,
            ClassLoader loader,
            boolean hasInitializer,
            Instances instances,
            ModuleAccess modules) {
        this.rule = rule;
        this.className = className;
        this.loader = new WeakReference<ClassLoader>(loader);
        this.hasInitializer = hasInitializer;
        this.instances = instances;
        this.modules = modules;
    }

    /** Holds no instance from now on. */
    void close() {
        instances.close();
    }

    @Override
    public double read() throws Throwable {
        if (rule.isStatic()) {
            Class<?> type = staticHolder();
            return type == null ? 0 : number(member(type, null));
        }
        double sum = 0;
        for (Object instance : instances.live()) {
            sum += number(member(declaring(instance.getClass()), instance));
        }
        return sum;
    }

    private Class<?> staticHolder() throws ClassNotFoundException {
        if (hasInitializer) {
            List<Object> initialized = instances.live();
            return initialized.isEmpty() ? null : (Class<?>) initialized.get(0);
        }
        ClassLoader alive = loader.get();
        return alive == null ? null : Class.forName(className, false, alive);
    }

    private Class<?> declaring(Class<?> type) {
        Class<?> candidate = type;
        while (!candidate.getName().equals(className)) {
            candidate = candidate.getSuperclass();
        }
        return candidate;
    }

    private Object member(Class<?> type, Object instance) throws Throwable {
        if (rule.isMethod()) {
            Method method = type.getDeclaredMethod(rule.member());
            open(method, type);
            return invoke(method, instance);
        }
        Field field = type.getDeclaredField(rule.member());
        open(field, type);
        return field.get(instance);
    }

    private static Object invoke(Method method, Object instance) throws Throwable {
        try {
            return method.invoke(instance);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
        }
    }

    private void open(AccessibleObject member, Class<?> type) {
        try {
            member.setAccessible(true);
        } catch (RuntimeException closedModule) {
            if (!modules.open(type)) {
                throw closedModule;
            }
            member.setAccessible(true);
        }
    }

    private double number(Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof Collection) {
            return ((Collection<?>) value).size();
        }
        if (value instanceof Map) {
            return ((Map<?, ?>) value).size();
        }
        if (value.getClass().isArray()) {
            return Array.getLength(value);
        }
        throw new IllegalStateException("the gauge " + rule.metric() + " at " + className + "." + rule.member()
                + " is a " + value.getClass().getName() + "; it has to be a number, a collection, a map or an array");
    }
}
