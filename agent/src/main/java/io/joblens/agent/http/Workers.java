package io.joblens.agent.http;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that ask the routes, because an answer may wait for the application: a scrape gives its gauges half a
 * second. Their queue is bounded by the connections, each of which has one request at a time. Thread-safe.
 */
final class Workers {
    private static final int THREADS = 2;
    private static final long IDLE_SECONDS = 60;

    private final ThreadPoolExecutor threads;
    private final BufferStock stock = new BufferStock();
    private final Problems problems;
    private final Set<String> reported = Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

    /** Takes the answer, on a worker's thread. */
    interface Done {
        void done(Response response);
    }

    Workers(Problems problems) {
        this.problems = problems;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<Runnable>(),
                new Threads("joblens-http-worker"));
        threads.allowCoreThreadTimeOut(true);
    }

    void answer(final Route route, final Request request, final Done done) {
        threads.execute(new Runnable() {
            @Override
            public void run() {
                done.done(answer(route, request));
            }
        });
    }

    void close() {
        threads.shutdownNow();
    }

    private Response answer(Route route, Request request) {
        try {
            Response response = route.answer(request);
            boolean compress = response.length() >= Gzip.LEAST && Gzip.wanted(request.header("accept-encoding"));
            return compress ? response.compressed(stock) : response;
        } catch (Throwable thrown) {
            if (reported.add(request.path())) {
                problems.problem("http: " + request.path() + " could not be answered: " + thrown
                        + "; further failures of this path are not reported");
            }
            return Response.text(500, "this could not be answered; the standard error of the JVM says why\n");
        }
    }
}
