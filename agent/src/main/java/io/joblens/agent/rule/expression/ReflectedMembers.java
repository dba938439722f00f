package io.joblens.agent.rule.expression;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds properties of loaded classes, as handles of the type {@code (Object)Object}. */
final class ReflectedMembers implements Members<Class<?>, MethodHandle> {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType READ = MethodType.methodType(Object.class, Object.class);
    private static final MethodHandle KEY = own(KeyReader.class, "valueOf", Object.class, Map.class, String.class);
    private static final MethodHandle LENGTH = own(Array.class, "getLength", int.class, Object.class);
    private static final MethodHandle HELD = own(ReflectedMembers.class, "held", Object.class, Optional.class);

    private final ModuleAccess modules;
    private final PropertySearch<Class<?>, MethodHandle> search = new PropertySearch<>(this);

    ReflectedMembers(ModuleAccess modules) {
        this.modules = modules;
    }

    /** A handle that reads the property, or {@code null} when the class has none that can be read. */
    MethodHandle property(Class<?> type, String property) {
        if (Map.class.isAssignableFrom(type)) {
            return MethodHandles.insertArguments(KEY, 1, property).asType(READ);
        }
        if (type.isArray() && property.equals("length")) {
            return LENGTH.asType(READ);
        }
        if (type == Optional.class && property.equals("get")) {
            return HELD.asType(READ);
        }
        MethodHandle handle = search.find(type, property);
        return handle == null ? null : handle.asType(READ);
    }

    /** Names to propose in place of {@code absent}, which itself may exist and be out of reach. */
    Collection<String> names(Class<?> type, String absent) {
        Collection<String> names = search.names(type);
        names.remove(absent);
        return names;
    }

    @Override
    public Class<?> superclass(Class<?> type) {
        return type.getSuperclass();
    }

    @Override
    public List<Class<?>> interfaces(Class<?> type) {
        return Arrays.asList(type.getInterfaces());
    }

    @Override
    public MethodHandle method(Class<?> type, String name, boolean ofTruth) {
        Method method;
        try {
            method = type.getDeclaredMethod(name);
        } catch (NoSuchMethodException | LinkageError e) {
            // A linkage error: some other method names a class the application does not ship. Heirs may still do.
            return null;
        }
        Class<?> result = method.getReturnType();
        boolean isTruth = result == boolean.class || result == Boolean.class;
        if (result == void.class || Modifier.isStatic(method.getModifiers()) || (ofTruth && !isTruth)) {
            return null;
        }
        return handle(method, () -> LOOKUP.unreflect(method));
    }

    @Override
    public MethodHandle field(Class<?> type, String name) {
        Field field;
        try {
            field = type.getDeclaredField(name);
        } catch (NoSuchFieldException | LinkageError e) {
            return null;
        }
        return Modifier.isStatic(field.getModifiers()) ? null : handle(field, () -> LOOKUP.unreflectGetter(field));
    }

    @Override
    public Collection<String> names(Class<?> type) {
        Collection<String> names = new TreeSet<>();
        try {
            for (Method method : type.getDeclaredMethods()) {
                boolean reads = method.getParameterCount() == 0 && method.getReturnType() != void.class;
                if (reads && !method.isSynthetic() && !Modifier.isStatic(method.getModifiers())) {
                    names.add(method.getName());
                }
            }
            for (Field field : type.getDeclaredFields()) {
                if (!field.isSynthetic() && !Modifier.isStatic(field.getModifiers())) {
                    names.add(field.getName());
                }
            }
        } catch (LinkageError e) {
            return Collections.emptySet();
        }
        return names;
    }

    /** What is public is called as everybody could; the rest is forced open, but never in the JDK. */
    private <A extends AccessibleObject & Member> MethodHandle handle(A member, Unreflection unreflection) {
        MethodHandle handle = attempt(unreflection);
        Class<?> owner = member.getDeclaringClass();
        if (handle != null || Platform.owns(owner)) {
            return handle;
        }
        if (force(member) || (modules.open(owner) && force(member))) {
            return attempt(unreflection);
        }
        return null;
    }

    private static MethodHandle attempt(Unreflection unreflection) {
        try {
            return unreflection.handle();
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    private static boolean force(AccessibleObject member) {
        try {
            member.setAccessible(true);
            return true;
        } catch (RuntimeException e) {
            // InaccessibleObjectException, which Java 8 does not know: the module is not open to us.
            return false;
        }
    }

    /** In place of {@link Optional#get}, which throws where nothing is held. */
    private static Object held(Optional<?> optional) {
        return optional.orElse(null);
    }

    private static MethodHandle own(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        try {
            return LOOKUP.findStatic(owner, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private interface Unreflection {
        MethodHandle handle() throws IllegalAccessException;
    }
}
