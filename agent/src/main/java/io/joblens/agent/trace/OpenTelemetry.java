package io.joblens.agent.trace;

import io.joblens.bootstrap.metrics.CurrentTrace;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks every copy of OpenTelemetry's API in this JVM for the current span: a thread has a span in one of them at most. A copy is
 * asked only when it has begun to keep contexts, because whoever asks first would settle how it does, and is held weakly.
 * Thread-safe.
 */
public final class OpenTelemetry extends CurrentTrace {
    /** The class that is loaded when a copy of the API begins to keep contexts, with slashes. */
    public static final String KEEPER = "io/opentelemetry/context/LazyStorage";

    private static final String API = "io.opentelemetry.api.trace.";
    /** Where OpenTelemetry's own agent has its copy, on the bootstrap path. */
    private static final String OF_AGENT = "io.opentelemetry.javaagent.shaded.";

    /** Holds a copy's way to its current trace for as long as the copy's class lives. */
    private final ClassValue<MethodHandle> handles = new ClassValue<MethodHandle>() {
        @Override
        protected MethodHandle computeValue(Class<?> span) {
            try {
                return currentTrace(span);
            } catch (ReflectiveOperationException otherVersion) {
                return MethodHandles.constant(String.class, null);
            }
        }
    };

    /** The loaders of copies that have not been looked at. */
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<WeakReference<ClassLoader>>();

    private Copy[] found;
    /** What {@link #found} holds, {@code null} while there is something to be looked at. */
    private volatile Copy[] copies;

    /** A copy of the API begins to keep contexts; called while its class is being loaded. */
    public synchronized void begins(ClassLoader loader) {
        if (loader != null) {
            loaders.add(new WeakReference<ClassLoader>(loader));
            copies = null;
        }
    }

    /** The id of the sampled trace that the calling thread takes part in, or {@code null}: one that is not kept leads nowhere. */
    @Override
    protected String id() {
        Copy[] known = copies;
        if (known == null) {
            known = find();
        }
        for (Copy copy : known) {
            MethodHandle handle = copy.get();
            String id = handle == null ? null : idFrom(handle);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private Copy[] find() {
        List<WeakReference<ClassLoader>> unknown;
        synchronized (this) {
            unknown = new ArrayList<WeakReference<ClassLoader>>(loaders);
            loaders.clear();
            if (found == null) {
                found = new Copy[0];
                unknown.add(null);
            }
            copies = found;
        }
        // Not under the lock: the application's class loaders are asked.
        for (WeakReference<ClassLoader> loader : unknown) {
            if (loader == null) {
                add(OF_AGENT + API, null);
            } else if (loader.get() != null) {
                add(API, loader.get());
            }
        }
        return found();
    }

    private void add(String prefix, ClassLoader loader) {
        try {
            add(handles.get(Class.forName(prefix + "Span", false, loader)));
        } catch (ClassNotFoundException contextsAlone) {
            // The part of the library that keeps contexts is used without the one that has spans.
        } catch (LinkageError brokenCopy) {
            // Then nobody has a span of it.
        }
    }

    private synchronized void add(MethodHandle handle) {
        List<Copy> living = new ArrayList<Copy>();
        for (Copy copy : found) {
            MethodHandle known = copy.get();
            if (known == handle) {
                return;
            }
            if (known != null) {
                living.add(copy);
            }
        }
        living.add(new Copy(handle));
        found = living.toArray(new Copy[0]);
        copies = loaders.isEmpty() ? found : null;
    }

    private synchronized Copy[] found() {
        return found;
    }

    private static String idFrom(MethodHandle handle) {
        try {
            return (String) handle.invokeExact();
        } catch (Throwable ofTheirs) {
            return null;
        }
    }

    /** {@code Span.current().getSpanContext()}, of which {@code isSampled() ? getTraceId() : null}. */
    private static MethodHandle currentTrace(Class<?> span) throws ReflectiveOperationException {
        Class<?> context = Class.forName(span.getName() + "Context", false, span.getClassLoader());
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle current = MethodHandles.filterReturnValue(
                lookup.findStatic(span, "current", MethodType.methodType(span)),
                lookup.findVirtual(span, "getSpanContext", MethodType.methodType(context)));
        MethodHandle id = MethodHandles.guardWithTest(
                lookup.findVirtual(context, "isSampled", MethodType.methodType(boolean.class)),
                lookup.findVirtual(context, "getTraceId", MethodType.methodType(String.class)),
                MethodHandles.dropArguments(MethodHandles.constant(String.class, null), 0, context));
        return MethodHandles.filterReturnValue(current, id);
    }

    /** A copy's way to its current trace, which holds the copy. */
    private static final class Copy extends WeakReference<MethodHandle> {
        Copy(MethodHandle handle) {
            super(handle);
        }
    }
}
