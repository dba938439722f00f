package io.joblens.agent.weave;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A class loader that weaves what it defines, and what the runtime says of it afterwards. */
final class Woven extends ClassLoader implements JobListener, MetricSink {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final Weaver weaver;
    private final Registry registry;
    private final Map<String, Double> values = new HashMap<>();
    private String family;

    Woven() {
        super(Woven.class.getClassLoader());
        registry = new Registry(Map.of(), 100, 100, Clock.SYSTEM, new Registry.Listener() {
            @Override
            public void namesExhausted(String label, String name, int most) {
                failures.add(new AssertionError(name));
            }

            @Override
            public void failed(Throwable thrown) {
                failures.add(thrown);
            }
        });
        Jobs jobs = new Jobs(100, Long.MAX_VALUE, Clock.SYSTEM, registry);
        endWhatOtherTestsLeft(jobs);
        jobs.listener(this);
        Probes probes =
                new Probes(registry, jobs, type -> false, sentence -> failures.add(new AssertionError(sentence)));
        weaver = new Weaver(() -> probes, List.of(), untouched());
    }

    /** No class loader of these tests hides the runtime, so nothing is transformed again. */
    private static Instrumentation untouched() {
        return (Instrumentation) Proxy.newProxyInstance(
                Woven.class.getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " was called");
                });
    }

    /** Tests share a thread, and those of log lines start runs that nothing ends. */
    private static void endWhatOtherTestsLeft(Jobs jobs) {
        for (JobRun left = JobContext.currentRun(); left != null; left = JobContext.currentRun()) {
            jobs.end(left, Outcome.SKIPPED, null, Fields.NONE);
        }
    }

    /** The sample of this name, woven. */
    Class<?> sample(Class<?> original) {
        try {
            return loadClass(original.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] transform(String name, byte[] file) {
        return weaver.transform(this, name.replace('.', '/'), null, null, file);
    }

    Class<?> define(String name, byte[] file) {
        byte[] woven = transform(name, file);
        byte[] used = woven == null ? file : woven;
        return defineClass(name, used, 0, used.length);
    }

    double value(String series) {
        values.clear();
        registry.collect(this, false);
        return values.get(series);
    }

    static byte[] fileOf(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls the only method of that name. */
    static Object call(Object target, String name, Object... arguments) throws Throwable {
        Class<?> type = target instanceof Class ? (Class<?>) target : target.getClass();
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || !name.startsWith("io.joblens.agent.weave.sample.")) {
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
            return define(name, fileOf(Class.forName(name, false, getParent())));
        }
    }

    @Override
    public void created(String type, Object id, Object userId, Fields fields) {
        heard.add("created " + type + " " + id);
    }

    @Override
    public void started(JobRun run) {
        heard.add("started " + run.type() + " " + run.id() + " by " + run.userId() + " attempt " + run.attempt()
                + text(run.fields()));
    }

    @Override
    public void ended(JobRun run, Outcome outcome, long durationNanos, Object error, Fields more) {
        heard.add("ended " + run.type() + " " + run.id() + " " + outcome.status() + (error == null ? "" : " " + error));
    }

    @Override
    public void scanned(String scan, Verdict verdict, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
        heard.add("scanned " + scan + " " + verdict + " in " + (run == null ? null : run.type()) + text(fields));
    }

    @Override
    public void operated(
            String operation, boolean success, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
        heard.add("operated " + operation + " " + success + " in " + (run == null ? null : run.type()));
    }

    @Override
    public void family(Family family) {
        this.family = family.name();
    }

    @Override
    public void sample(Labels labels, double value) {
        String text = new String(labels.text(), UTF_8);
        values.put(text.isEmpty() ? family : family + "{" + text + "}", value);
    }

    @Override
    public void histogram(Labels labels, HistogramReading reading) {
        sample(labels, reading.count());
    }

    private static String text(Fields fields) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            text.append(' ').append(fields.name(i)).append('=').append(fields.value(i));
        }
        return text.toString();
    }
}
