package io.joblens.agent.log;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * The code that a throwable, or else one of its causes, has for its kind of error: what its method {@code getErrorCode()} or
 * one of the like returns. Thread-safe.
 */
final class ErrorCode {
    private static final String[] NAMES = {"getErrorCode", "errorCode", "getCode", "code", "getSQLState"};
    private static final int MOST_CAUSES = 64;

    /** Kept by the classes themselves, so that they go with their loader. */
    private static final ClassValue<Method[]> METHODS = new ClassValue<Method[]>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return methodsOf(type);
        }
    };

    private ErrorCode() {}

    /** A number or text, or {@code null} if there is none; 0 is none. */
    static Object of(Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; at != null && i < MOST_CAUSES; i++) {
            for (Method method : METHODS.get(at.getClass())) {
                Object code = call(method, at);
                if (code != null) {
                    return code;
                }
            }
            at = ErrorText.causeOf(at);
        }
        return null;
    }

    private static Method[] methodsOf(Class<?> type) {
        Method[] found = new Method[NAMES.length];
        int count = 0;
        for (String name : NAMES) {
            Method method = methodOf(type, name);
            if (method != null) {
                found[count++] = method;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static Method methodOf(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            if (Modifier.isStatic(method.getModifiers()) || method.getReturnType() == void.class) {
                return null;
            }
            if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
                method.setAccessible(true);
            }
            return method;
        } catch (Throwable none) {
            // There is no such method, its class is closed to us, or a class it names is missing.
            return null;
        }
    }

    private static Object call(Method method, Throwable thrown) {
        try {
            return code(method.invoke(thrown));
        } catch (Throwable broken) {
            return null;
        }
    }

    private static Object code(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue() == 0 ? null : value;
        }
        if (value instanceof CharSequence || value instanceof Enum || value instanceof Number) {
            String text = value.toString();
            return text == null || text.isEmpty() ? null : text;
        }
        return null;
    }
}
