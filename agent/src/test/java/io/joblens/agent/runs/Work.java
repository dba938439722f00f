package io.joblens.agent.runs;

import io.joblens.agent.http.Endpoint;
import io.joblens.agent.http.Route;
import io.joblens.agent.http.Routes;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs of jobs, with a ring of those that ended. The clock stands until it is set. */
final class Work implements Clock {
    static final long MILLI = 1_000_000;
    static final long START_MILLIS = 1_800_000_000_000L;

    volatile long nanos = Long.MAX_VALUE - 5 * MILLI;
    private final long firstNanos = nanos;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    final RecentRuns recent = new RecentRuns(this);
    final Registry registry = new Registry(Map.of(), 100, 200, this, new Registry.Listener() {
        @Override
        public void failed(Throwable thrown) {
            problems.add(thrown.toString());
        }

        @Override
        public void namesExhausted(String label, String name, int most) {
            problems.add(name);
        }
    });
    final Jobs jobs = new Jobs(1_000, Long.MAX_VALUE, this, registry);

    Work() {
        // What other tests of this JVM have left would be shown too.
        jobs.active().forEach(left -> jobs.end(left, Outcome.COMPLETED, null, Fields.NONE));
        jobs.listener(recent.before(JobListener.NONE));
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public long wallMillis() {
        return START_MILLIS + (nanos - firstNanos) / MILLI;
    }

    JobRun start(String type, Object id) {
        return jobs.start(registry.job(type), id, null, 1, Fields.NONE, 0, null);
    }

    void run(String type, Object id, long millis, Outcome outcome, Object error) {
        JobRun run = start(type, id);
        nanos += millis * MILLI;
        jobs.end(run, outcome, error, Fields.NONE);
    }

    /** The answer of a route to a request that comes over the wire. */
    HttpResponse<String> ask(Route route, String query) throws IOException, InterruptedException {
        Endpoint endpoint = Endpoint.start("127.0.0.1", 0, new Routes().addPersonal("/it", route), problems::add);
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.url() + "/it" + query))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } finally {
            endpoint.close();
        }
    }

    List<String> problems() {
        return problems;
    }
}
