package io.joblens.agent;

import io.joblens.agent.config.Announcement;
import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.http.Endpoint;
import io.joblens.agent.http.MetricRoutes;
import io.joblens.agent.runs.JobsRoute;
import io.joblens.agent.runs.StackRoute;
import io.joblens.agent.weave.NearMisses;
import io.joblens.agent.weave.Weaver;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts the endpoint beside the application, never in front of it: the network classes of the JDK cost more than the rest
 * of the agent, and a JVM that ends at once is never asked for metrics.
 */
final class EndpointThread extends Thread implements io.joblens.agent.http.Problems {
    private static final long HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Configuration configuration;
    private final Recording recording;
    private final Weaver weaver;
    private final SaidProblems said;
    private final Instrumentation instrumentation;

    EndpointThread(
            Configuration configuration,
            Recording recording,
            Weaver weaver,
            SaidProblems said,
            Instrumentation instrumentation) {
        super("joblens-start");
        this.configuration = configuration;
        this.recording = recording;
        this.weaver = weaver;
        this.said = said;
        this.instrumentation = instrumentation;
        setDaemon(true);
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        // It may return early, which does no harm.
        LockSupport.parkNanos(HEAD_START_NANOS);
        NearMisses nearMisses = new NearMisses(new LoadedClassNames(instrumentation));
        Endpoint endpoint = Endpoint.start(
                configuration.text(Option.HTTP_HOST),
                configuration.number(Option.HTTP_PORT),
                MetricRoutes.of(recording.registry())
                        .addPersonal("/api/probes", new ProbesRoute(weaver, said, nearMisses))
                        .addPersonal("/api/jobs", new JobsRoute(recording.jobs(), recording.recentRuns()))
                        .addPersonal("/api/stack", new StackRoute(recording.jobs())),
                this);
        Announcement.URL.say(endpoint == null ? Announcement.NO_URL : endpoint.url());
    }

    @Override
    public void problem(String sentence) {
        Reports.say(sentence);
    }
}
