package io.joblens.agent.context;

import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Has the JDK's executors and threads woven. That is asked for while the first class with a job is loaded, and waited for: the
 * first job's work shall be followed as that of all others.
 */
public final class FollowTheWork implements Runnable {
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final Instrumentation instrumentation;

    public FollowTheWork(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Returns when the classes are woven, or after a time in case the application holds a lock that this needs. On another thread,
     * since the calling one is inside a transformer, where the JVM calls none.
     */
    @Override
    public void run() {
        Thread thread = new Thread("joblens-follow") {
            @Override
            public void run() {
                weave();
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

    private void weave() {
        try {
            instrumentation.addTransformer(new TaskWeaver(), true);
            List<Class<?>> loaded = new ArrayList<Class<?>>();
            for (Class<?> type : instrumentation.getAllLoadedClasses()) {
                if (type.getClassLoader() == null && isHooked(type) && instrumentation.isModifiableClass(type)) {
                    loaded.add(type);
                }
            }
            instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
        } catch (Throwable thrown) {
            Reports.say("the executors of the JDK could not be woven, context does not follow their tasks: " + thrown);
        }
    }

    private static boolean isHooked(Class<?> type) {
        return !JdkTasks.of(type.getName().replace('.', '/')).isEmpty();
    }
}
