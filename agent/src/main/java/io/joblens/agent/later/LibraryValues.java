package io.joblens.agent.later;

import io.joblens.bootstrap.probe.LaterValue;
import io.joblens.bootstrap.report.Reports;

/**
 * Knows the kinds of later values by the names of their types. What it finds out about a class stands at that class, so that no
 * class loader is held. Thread-safe.
 */
public final class LibraryValues implements LaterValue.Source {
    /** Stands for "none", because a {@code ClassValue} computes {@code null} anew. */
    private static final Object NONE = new Object();

    private final ClassValue<Object> kinds = new ClassValue<Object>() {
        @Override
        protected Object computeValue(Class<?> type) {
            try {
                LaterValue kind = kind(type);
                return kind == null ? NONE : kind;
            } catch (Throwable unknown) {
                Reports.caught(unknown);
                return NONE;
            }
        }
    };

    @Override
    public LaterValue of(Object value) {
        Object kind = kinds.get(value.getClass());
        return kind == NONE ? null : (LaterValue) kind;
    }

    private static LaterValue kind(Class<?> type) throws NoSuchMethodException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            ColdType cold = ColdType.named(at.getName());
            if (cold != null) {
                return new ColdValue(at, cold);
            }
            Class<?> listenable = listenable(at);
            if (listenable != null) {
                return new ListenableValue(listenable);
            }
        }
        return null;
    }

    private static Class<?> listenable(Class<?> type) {
        if (type.getName().equals(ListenableValue.TYPE)) {
            return type;
        }
        for (Class<?> implemented : type.getInterfaces()) {
            Class<?> found = listenable(implemented);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
