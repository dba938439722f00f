package io.joblens.agent.rule.expression;

import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;

/**
 * Reads a property, resolved once per class of receivers.
 *
 * <p>What was resolved hangs on the class itself, through {@link ClassValue}, and is held here only weakly: a reader
 * must not keep the application's class loaders alive. The first class seen has a place of its own, since most paths
 * only ever meet one.
 */
final class PropertyReader implements StepReader {
    private final String path;
    private final String property;
    private final Reports reports;
    private final ReflectedMembers members;
    private final ClassValue<Resolved> resolved = new ClassValue<Resolved>() {
        @Override
        protected Resolved computeValue(Class<?> type) {
            return new Resolved(type, members.property(type, property));
        }
    };

    /** Written without a lock: all that a race can do is choose another class. */
    private WeakReference<Resolved> first;

    private final OncePerClass absences = new OncePerClass();

    PropertyReader(String path, String property, Binding binding) {
        this.path = path;
        this.property = property;
        this.reports = binding.reports();
        this.members = new ReflectedMembers(binding.modules());
    }

    @Override
    public Object read(Object receiver) throws Throwable {
        WeakReference<Resolved> reference = first;
        Resolved known = reference == null ? null : reference.get();
        if (known == null || known.type != receiver.getClass()) {
            boolean isFirst = known == null;
            known = resolved.get(receiver.getClass());
            if (isFirst) {
                first = new WeakReference<>(known);
            }
        }
        if (known.handle == null) {
            return absent(known.type);
        }
        return (Object) known.handle.invokeExact(receiver);
    }

    private Object absent(Class<?> type) {
        if (absences.isFirst(type)) {
            reports.report("`" + path + "` is absent: " + type.getName() + " has no property `" + property
                    + "` that can be read" + Nearest.clause(property, members.names(type, property)));
        }
        return null;
    }

    private static final class Resolved {
        final Class<?> type;

        /** Of the type {@code (Object)Object}, or {@code null} when there is no such property. */
        final MethodHandle handle;

        Resolved(Class<?> type, MethodHandle handle) {
            this.type = type;
            this.handle = handle;
        }
    }
}
