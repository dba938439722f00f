package io.joblens.agent;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.config.Problems;
import io.joblens.agent.config.Sources;
import io.joblens.agent.http.Endpoint;
import io.joblens.agent.http.MetricRoutes;
import io.joblens.agent.log.Level;
import io.joblens.agent.log.LifecycleLog;
import io.joblens.agent.log.LineFormat;
import io.joblens.agent.log.logback.Logback;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.expression.InstrumentedModules;
import io.joblens.agent.rule.yaml.RuleFile;
import io.joblens.agent.weave.ClassHook;
import io.joblens.agent.weave.Probes;
import io.joblens.agent.weave.Weaver;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Puts the agent together. Called once in a JVM, in front of the application's {@code main}, so nothing here waits. */
public final class Agent {
    private Agent() {}

    /** Starts everything that the configuration wants. */
    public static void start(String arguments, Instrumentation instrumentation) {
        Configuration configuration = Configuration.load(arguments, Sources.ofThisJvm(), new Problems() {
            @Override
            public void report(String line) {
                Reports.say(line);
            }
        });
        if (!configuration.flag(Option.ENABLED)) {
            return;
        }
        Registry registry = new Registry(
                configuration.labels(),
                configuration.number(Option.METRICS_WINDOW),
                configuration.number(Option.METRICS_MAX_TYPES),
                Clock.SYSTEM,
                new RegistryReports());
        registry.counter(
                Family.counter("joblens_errors_total", "Total number of errors that were kept from the application"),
                Reports.errors());
        Jobs jobs = new Jobs(
                configuration.number(Option.RUNS_MAX),
                configuration.nanos(Option.RUNS_MAX_AGE),
                Clock.SYSTEM,
                registry);
        if (configuration.flag(Option.LOG_LIFECYCLE)) {
            jobs.listener(LifecycleLog.to(
                    System.out,
                    Level.named(configuration.text(Option.LOG_LEVEL)),
                    LineFormat.named(configuration.text(Option.LOG_FORMAT)),
                    Clock.SYSTEM));
        }
        RuleSet rules = rules(configuration);
        Weaver weaver =
                new Weaver(probes(registry, jobs, instrumentation), hooks(configuration), rules, instrumentation);
        if (rules != null) {
            new WarmUp(weaver).start();
        }
        instrumentation.addTransformer(weaver, true);
        if (configuration.flag(Option.HTTP_ENABLED)) {
            new EndpointThread(configuration, registry, weaver, rules, instrumentation).start();
        }
    }

    /** {@code null} without rules in the file; then none of the classes that read them is loaded. */
    private static RuleSet rules(Configuration configuration) {
        if (configuration.rules() == null && configuration.annotations() == null) {
            return null;
        }
        return RuleFile.read(configuration.rules(), configuration.annotations(), new Problems() {
            @Override
            public void report(String line) {
                Reports.say(line);
            }
        });
    }

    private static Probes probes(Registry registry, Jobs jobs, Instrumentation instrumentation) {
        return new Probes(
                registry,
                jobs,
                new InstrumentedModules(instrumentation),
                new io.joblens.agent.rule.expression.Reports() {
                    @Override
                    public void report(String sentence) {
                        Reports.sayOnce(sentence, sentence);
                    }
                });
    }

    private static List<ClassHook> hooks(Configuration configuration) {
        List<ClassHook> hooks = new ArrayList<ClassHook>();
        if (configuration.flag(Option.LOG_CONTEXT)) {
            hooks.add(Logback.hook());
        }
        return hooks;
    }

    /** The endpoint starts beside the application, never in front of it. */
    private static final class EndpointThread extends Thread implements io.joblens.agent.http.Problems {
        private final Configuration configuration;
        private final Registry registry;
        private final Weaver weaver;
        private final RuleSet rules;
        private final Instrumentation instrumentation;

        EndpointThread(
                Configuration configuration,
                Registry registry,
                Weaver weaver,
                RuleSet rules,
                Instrumentation instrumentation) {
            super("joblens-start");
            this.configuration = configuration;
            this.registry = registry;
            this.weaver = weaver;
            this.rules = rules;
            this.instrumentation = instrumentation;
            setDaemon(true);
            setContextClassLoader(null);
        }

        @Override
        public void run() {
            Endpoint.start(
                    configuration.text(Option.HTTP_HOST),
                    configuration.number(Option.HTTP_PORT),
                    MetricRoutes.of(registry).add("/api/probes", new ProbesRoute(weaver, rules, instrumentation)),
                    this);
        }

        @Override
        public void problem(String sentence) {
            Reports.say(sentence);
        }
    }

    /** Where rules exist, something will be woven: what that takes is loaded beside the application's start. */
    private static final class WarmUp extends Thread {
        private final Weaver weaver;

        WarmUp(Weaver weaver) {
            super("joblens-warm-up");
            this.weaver = weaver;
            setDaemon(true);
            setContextClassLoader(null);
        }

        @Override
        public void run() {
            try {
                weaver.warmUp();
            } catch (Throwable thrown) {
                Reports.caught(thrown);
            }
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
