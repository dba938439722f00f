package io.joblens.agent;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.jvm.JvmMetrics;
import io.joblens.agent.later.LibraryValues;
import io.joblens.agent.log.JobLogLines;
import io.joblens.agent.log.Level;
import io.joblens.agent.log.LifecycleLog;
import io.joblens.agent.log.LineFormat;
import io.joblens.agent.rule.expression.InstrumentedModules;
import io.joblens.agent.runs.RecentRuns;
import io.joblens.agent.trace.OpenTelemetry;
import io.joblens.agent.weave.Probes;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.probe.LaterValue;
import io.joblens.bootstrap.report.Reports;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.LongAdder;

/** The registry, the runs, their log, and the probes that feed them. */
final class Instruments {
    final Registry registry;
    final Probes probes;
    /** Asked only where exemplars are kept. */
    final OpenTelemetry traces = new OpenTelemetry();

    final Jobs jobs;
    final RecentRuns recent = new RecentRuns(Clock.SYSTEM);
    private final PrintStream stdout;
    private volatile LifecycleLog log;
    private volatile JobLogLines jobLog;

    Instruments(Configuration configuration, PrintStream stdout, LongAdder errors, Instrumentation instrumentation) {
        LogPolicy.install(configuration);
        registry = new Registry(
                configuration.labels(),
                configuration.number(Option.METRICS_WINDOW),
                configuration.number(Option.METRICS_MAX_TYPES),
                Clock.SYSTEM,
                new RegistryReports());
        if (configuration.flag(Option.METRICS_EXEMPLARS)) {
            registry.keepExemplars(traces);
        }
        registry.counter(
                Family.counter("joblens_errors_total", "Total number of errors that were kept from the application"),
                errors);
        if (configuration.flag(Option.METRICS_JVM)) {
            registry.also(new JvmMetrics(Reports.class.getPackage().getImplementationVersion()));
        }
        jobs = new Jobs(
                configuration.number(Option.RUNS_MAX),
                configuration.nanos(Option.RUNS_MAX_AGE),
                Clock.SYSTEM,
                registry);
        this.stdout = stdout;
        LaterValue.source(new LibraryValues());
        probes = new Probes(registry, jobs, new InstrumentedModules(instrumentation), new PathReports());
        Rehearsal.play(new RegistryReports(), traces);
    }

    /** From now on, lines are written as this configuration wants them. */
    void log(Configuration configuration) {
        LifecycleLog next = LifecycleLog.to(
                stdout,
                Level.named(configuration.text(Option.LOG_LEVEL)),
                LineFormat.named(configuration.text(Option.LOG_FORMAT)),
                Clock.SYSTEM);
        JobListener listener = configuration.flag(Option.LOG_LIFECYCLE) ? next : JobListener.NONE;
        // Only the endpoint shows them.
        jobs.listener(configuration.flag(Option.HTTP_ENABLED) ? recent.before(listener) : listener);
        jobLog = new JobLogLines(next, jobs, registry);
        log = next;
    }

    LifecycleLog log() {
        return log;
    }

    /** Who writes the lines of {@code JobLog}; {@link #log} makes it. */
    JobLogLines jobLog() {
        return jobLog;
    }

    private static final class PathReports implements io.joblens.agent.rule.expression.Reports {
        @Override
        public void report(String sentence) {
            Reports.sayOnce(sentence, sentence);
        }
    }

    private static final class RegistryReports implements Registry.Listener {
        @Override
        public void failed(Throwable thrown) {
            Reports.caught(thrown);
        }

        @Override
        public void namesExhausted(String label, String name, int most) {
            Reports.sayOnce(
                    label + " exhausted",
                    "there are more than " + most + " different values of " + label + "; " + name
                            + " and all that follow count as `" + Registry.OTHER
                            + "`; raise metrics.max-types if that is meant");
        }
    }
}
