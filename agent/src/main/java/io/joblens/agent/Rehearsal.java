package io.joblens.agent;

import io.joblens.agent.runs.RecentRuns;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.CurrentTrace;
import io.joblens.bootstrap.metrics.Registry;
import java.util.Collections;

/**
 * A run that nobody sees, before any that is seen. It loads and initialises what all runs use: were the first one to fill its
 * stack, a class whose first use fails there would be broken for as long as the JVM lives.
 */
final class Rehearsal {
    private static final int ONE = 1;

    private Rehearsal() {}

    static void play(Registry.Listener listener, CurrentTrace traces) {
        Registry registry = new Registry(Collections.<String, String>emptyMap(), ONE, ONE, Clock.SYSTEM, listener);
        registry.keepExemplars(traces);
        Jobs jobs = new Jobs(ONE, Long.MAX_VALUE, Clock.SYSTEM, registry);
        jobs.listener(new RecentRuns(Clock.SYSTEM).before(JobListener.NONE));
        JobRun run = jobs.start(registry.job(null), "", null, ONE, Fields.NONE, WovenMethods.NONE, null);
        jobs.end(run, Outcome.FAILED, new Throwable(), Fields.NONE);
    }
}
