package io.joblens.agent;

import io.joblens.agent.config.Announcement;
import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.config.Sources;
import io.joblens.agent.context.FollowTheWork;
import io.joblens.agent.log.JsonLines;
import io.joblens.agent.log.direct.Direct;
import io.joblens.agent.log.jboss.JbossLogManager;
import io.joblens.agent.log.jul.JavaLogging;
import io.joblens.agent.log.log4j.Log4j;
import io.joblens.agent.log.logback.Logback;
import io.joblens.agent.log.reload4j.Reload4j;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.trace.OpenTelemetry;
import io.joblens.agent.weave.ClassHook;
import io.joblens.agent.weave.LoadedClasses;
import io.joblens.agent.weave.Presets;
import io.joblens.agent.weave.Weaver;
import io.joblens.bootstrap.Joblens;
import io.joblens.bootstrap.log.ApplicationLog;
import io.joblens.bootstrap.log.DirectLog;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the agent together. Called once in a JVM, most often in front of the application's {@code main}, so nothing here waits, and
 * what is not needed before something is measured is made then: see {@link Recording}.
 */
public final class Agent {
    private Agent() {}

    /**
     * Starts everything that the configuration wants.
     *
     * @param attached whether the application runs already
     */
    public static void start(String arguments, Instrumentation instrumentation, boolean attached) {
        SaidProblems problems = new SaidProblems();
        Configuration configuration = Configuration.load(arguments, Sources.ofThisJvm(), problems);
        if (!configuration.flag(Option.ENABLED)) {
            return;
        }
        Recording recording = new Recording(configuration, System.out, Reports.errors(), instrumentation);
        DirectLog.use(recording);
        RuleSet rules = ConfiguredRules.of(configuration, problems);
        Weaver weaver = new Weaver(recording, hooks(configuration), rules, Presets.of(configuration), instrumentation);
        if (configuration.flag(Option.METRICS_EXEMPLARS)) {
            weaver.whenLoading(OpenTelemetry.KEEPER, recording);
        }
        if (configuration.flag(Option.CONTEXT_FOLLOW)) {
            weaver.beforeFirstProbe(new FollowTheWork(instrumentation));
        }
        boolean isJson = configuration.text(Option.LOG_APPLICATION).equals("json");
        if (rules != null || isJson) {
            new WarmUp(weaver).start();
        }
        instrumentation.addTransformer(weaver, true);
        if (attached) {
            LoadedClasses.transformAgain(instrumentation, weaver);
        } else if (isJson) {
            LoadedClasses.transformHooked(instrumentation, weaver);
        }
        if (handsOn(configuration)) {
            Deliveries.start(configuration, recording, problems);
        }
        if (configuration.flag(Option.HTTP_ENABLED)) {
            new EndpointThread(configuration, recording, weaver, problems, instrumentation).start();
        } else {
            Announcement.URL.say(Announcement.NO_URL);
        }
        Joblens.reconfiguration(
                new Reload(arguments, configuration, recording, weaver, problems, instrumentation).watching());
    }

    /** Whether metrics are handed on by the JVM itself; in most, they are fetched. */
    private static boolean handsOn(Configuration configuration) {
        return configuration.has(Option.PUSH_URL)
                || configuration.has(Option.SNAPSHOT_FILE)
                || configuration.flag(Option.SNAPSHOT_LOG);
    }

    private static List<ClassHook> hooks(Configuration configuration) {
        List<ClassHook> hooks = new ArrayList<ClassHook>();
        hooks.add(Direct.hook());
        String application = configuration.text(Option.LOG_APPLICATION);
        if (!application.equals("off")) {
            hooks.addAll(Logback.context());
            hooks.addAll(Log4j.context());
            hooks.addAll(Reload4j.context());
            hooks.addAll(JbossLogManager.context());
        }
        if (application.equals("json")) {
            LogPolicy.install(configuration);
            ApplicationLog.use(new JsonLines(new Decisions()));
            hooks.addAll(Logback.json());
            hooks.addAll(Log4j.json());
            hooks.addAll(Reload4j.json());
            hooks.addAll(JbossLogManager.json());
            hooks.addAll(JavaLogging.json());
        }
        return hooks;
    }

    private static final class Decisions implements JsonLines.Says {
        @Override
        public void say(String sentence) {
            Reports.sayOnce(sentence, sentence);
        }
    }

    /** Where rules exist or lines become JSON, something will be woven: what that takes is loaded beside the application's start. */
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
}
