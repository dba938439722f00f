package io.joblens.agent.weave;

import io.joblens.bootstrap.Joblens;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Class loaders that hide the bootstrap path from their classes, as those of OSGi and of JBoss Modules do; a class woven there
 * would not find the runtime. Such a loader's own class is woven, so that it answers for the runtime's package. Thread-safe.
 */
final class HidingLoaders {
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final Instrumentation instrumentation;
    private final Set<Class<?>> opened =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<Class<?>, Boolean>()));

    HidingLoaders(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Whether this is the class of a loader that is to be opened. */
    boolean isOpened(Class<?> type) {
        return opened.contains(type);
    }

    /** Whether classes of this loader find the runtime, if need be after the loader's class was woven. */
    boolean seesRuntime(ClassLoader loader) {
        if (!isOfOsgi(loader.getClass()) && finds(loader)) {
            return true;
        }
        open(loader.getClass());
        if (finds(loader)) {
            return true;
        }
        String kind = loader.getClass().getName();
        Reports.sayOnce(
                "hidden from " + kind,
                "the class loader " + kind + " hides the package io.joblens.bootstrap from its classes, which are not"
                        + " measured; let it delegate that package to its parent");
        return false;
    }

    /**
     * Loaders of OSGi cannot be asked: Felix looks at its caller's stack, and delegates to the bootstrap path for callers
     * outside of bundles, such as this one, but not for the woven class.
     */
    private static boolean isOfOsgi(Class<?> kind) {
        for (Class<?> type = kind; type != null; type = type.getSuperclass()) {
            for (Class<?> implemented : type.getInterfaces()) {
                if (implemented.getName().equals("org.osgi.framework.BundleReference")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean finds(ClassLoader loader) {
        try {
            return Class.forName(Joblens.class.getName(), false, loader) == Joblens.class;
        } catch (ClassNotFoundException hidden) {
            return false;
        } catch (LinkageError hidden) {
            return false;
        }
    }

    private synchronized void open(Class<?> kind) {
        if (!opened.contains(kind)) {
            List<Class<?>> hierarchy = hierarchy(kind);
            opened.addAll(hierarchy);
            transformAgain(hierarchy);
        }
    }

    /** The class and those it inherits {@code loadClass} from, except the JDK's. */
    private static List<Class<?>> hierarchy(Class<?> kind) {
        List<Class<?>> classes = new ArrayList<Class<?>>();
        for (Class<?> type = kind; type.getClassLoader() != null; type = type.getSuperclass()) {
            classes.add(type);
        }
        return classes;
    }

    /**
     * On another thread, since this one is inside a transformer, where the JVM calls none. The wait has an end in case the
     * application holds a lock that the transformation needs.
     */
    private void transformAgain(final List<Class<?>> classes) {
        Thread thread = new Thread("joblens-open") {
            @Override
            public void run() {
                try {
                    instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
                } catch (Throwable thrown) {
                    Reports.say(classes.get(0).getName() + " could not be woven: " + thrown);
                }
            }
        };
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
