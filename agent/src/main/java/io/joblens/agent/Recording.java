package io.joblens.agent;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.log.LifecycleLog;
import io.joblens.agent.runs.RecentRuns;
import io.joblens.agent.weave.Probes;
import io.joblens.agent.weave.Weaver;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.log.DirectLines;
import io.joblens.bootstrap.metrics.Registry;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.LongAdder;

/**
 * What measures, made by whoever needs it first: the weaver at its first match, or the endpoint. A JVM in which nothing
 * matches, and which ends soon, never loads the classes. Thread-safe.
 */
final class Recording implements Probes.Source, DirectLines, Weaver.Sighting {
    private final Configuration configuration;
    private final PrintStream stdout;
    private final LongAdder errors;
    private final Instrumentation instrumentation;
    /** What lifecycle lines are like; changes while the JVM runs. */
    private Configuration logging;

    private Instruments instruments;

    /**
     * @param stdout where lifecycle lines go: what it is at the start, before the application replaces it
     * @param errors the counter of {@code joblens_errors_total}
     */
    Recording(Configuration configuration, PrintStream stdout, LongAdder errors, Instrumentation instrumentation) {
        this.configuration = configuration;
        this.logging = configuration;
        this.stdout = stdout;
        this.errors = errors;
        this.instrumentation = instrumentation;
    }

    /** From now on, lifecycle lines are written as this configuration wants them. */
    synchronized void log(Configuration wanted) {
        logging = wanted;
        if (instruments != null) {
            instruments.log(wanted);
        }
    }

    Registry registry() {
        return instruments().registry;
    }

    /** {@code null} while nobody has needed one. */
    synchronized Registry registryIfMade() {
        return instruments == null ? null : instruments.registry;
    }

    /** Where lifecycle lines are written. */
    LifecycleLog log() {
        return instruments().log();
    }

    Jobs jobs() {
        return instruments().jobs;
    }

    RecentRuns recentRuns() {
        return instruments().recent;
    }

    @Override
    public Probes probes() {
        return instruments().probes;
    }

    @Override
    public boolean write(
            String kind,
            String text,
            Object id,
            double durationMs,
            int attempt,
            Object error,
            boolean success,
            Object[] pairs) {
        return instruments().jobLog().write(kind, text, id, durationMs, attempt, error, success, pairs);
    }

    /** A copy of OpenTelemetry is there. */
    @Override
    public void loading(ClassLoader loader) {
        instruments().traces.begins(loader);
    }

    private synchronized Instruments instruments() {
        if (instruments == null) {
            instruments = new Instruments(configuration, stdout, errors, instrumentation);
            instruments.log(logging);
        }
        return instruments;
    }
}
