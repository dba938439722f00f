package io.joblens.agent;

import io.joblens.agent.config.Announcement;
import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.door.DoorFiles;
import io.joblens.agent.http.Door;
import io.joblens.agent.http.Endpoint;
import io.joblens.agent.http.MetricRoutes;
import io.joblens.agent.http.PortFile;
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
final class EndpointThread extends Thread implements io.joblens.agent.http.Problems, DoorWatch.Hinge {
    private static final long HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Configuration configuration;
    private final Recording recording;
    private final Weaver weaver;
    private final SaidProblems said;
    private final Instrumentation instrumentation;
    private Endpoint endpoint;
    private boolean tried;

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
        if (configuration.isShut()) {
            Announcement.URL.say(Announcement.NO_URL);
            return;
        }
        DoorFiles files = new DoorFiles(
                configuration.text(Option.HTTP_WEB_CONFIG),
                configuration.text(Option.HTTP_TOKEN),
                configuration.text(Option.HTTP_TOKEN_FILE));
        if (files.areNone()) {
            use(Door.OPEN);
            return;
        }
        DoorWatch watch = new DoorWatch(files, this);
        if (!watch.open()) {
            Announcement.URL.say(Announcement.NO_URL);
        }
        watch.start();
    }

    /** Starts the endpoint behind its first door; later ones take that one's place. */
    @Override
    public void use(Door door) {
        if (endpoint != null) {
            endpoint.use(door);
        } else if (!tried) {
            tried = true;
            endpoint = start(door);
        }
        Announcement.URL.say(endpoint == null ? Announcement.NO_URL : endpoint.url());
    }

    private Endpoint start(Door door) {
        NearMisses nearMisses = new NearMisses(new LoadedClassNames(instrumentation));
        int port = configuration.number(Option.HTTP_PORT);
        Endpoint started = Endpoint.start(
                configuration.text(Option.HTTP_HOST),
                port,
                configuration.number(Option.HTTP_PORT_ATTEMPTS),
                MetricRoutes.of(recording.registry())
                        .addPersonal("/api/probes", new ProbesRoute(weaver, said, nearMisses))
                        .addPersonal("/api/jobs", new JobsRoute(recording.jobs(), recording.recentRuns()))
                        .addPersonal("/api/stack", new StackRoute(recording.jobs())),
                door,
                this);
        if (started == null) {
            return null;
        }
        int real = started.address().getPort();
        if (real != port) {
            problem((port == 0 ? "" : "http.port " + port + " is taken; ") + "the endpoint is at " + started.url());
        }
        String file = configuration.text(Option.HTTP_PORT_FILE);
        if (file != null) {
            PortFile.write(file, real, this);
        }
        return started;
    }

    @Override
    public void problem(String sentence) {
        Reports.say(sentence);
    }
}
