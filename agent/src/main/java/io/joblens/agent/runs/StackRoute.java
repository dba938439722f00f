package io.joblens.agent.runs;

import io.joblens.agent.http.Request;
import io.joblens.agent.http.Response;
import io.joblens.agent.http.Route;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import java.util.List;

/**
 * {@code /api/stack?run=…}: what the threads that work on a run are doing, as text. The run is named as {@code /api/jobs} names
 * it.
 */
public final class StackRoute implements Route {
    /** A job that follows its work into a pool may be in all of its threads. */
    private static final int MOST_THREADS = 8;

    private static final int MOST_FRAMES = 256;
    // Threads that only ever work for others are not listed: that would cost each of their tasks.
    private static final String NO_THREAD =
            "No thread that has started a job works on this run now: it waits for its end, or"
                    + " others carry out its tasks.\n";

    private static final String PARAMETER = "run=";

    private final Jobs jobs;

    public StackRoute(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Response answer(Request request) {
        String query = request.query();
        if (query == null || !query.startsWith(PARAMETER)) {
            return Response.text(400, "say which run, as /api/jobs names it: /api/stack?run=…\n");
        }
        String key = query.substring(PARAMETER.length());
        for (JobRun run : jobs.active()) {
            if (JobsRoute.key(run).equals(key)) {
                return Response.text(200, stacksOf(run));
            }
        }
        return Response.text(404, "This run has ended.\n");
    }

    private String stacksOf(JobRun run) {
        List<Thread> threads = jobs.threadsOf(run);
        if (threads.isEmpty()) {
            return NO_THREAD;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < threads.size() && i < MOST_THREADS; i++) {
            append(threads.get(i), text);
        }
        appendMore(threads.size() - MOST_THREADS, "threads", text);
        return text.toString();
    }

    private static void append(Thread thread, StringBuilder text) {
        text.append(thread.getName()).append(" (").append(thread.getState()).append(")\n");
        StackTraceElement[] frames = thread.getStackTrace();
        for (int i = 0; i < frames.length && i < MOST_FRAMES; i++) {
            text.append("    at ").append(frames[i]).append('\n');
        }
        appendMore(frames.length - MOST_FRAMES, "frames", text);
    }

    private static void appendMore(int more, String what, StringBuilder text) {
        if (more > 0) {
            text.append("    … ").append(more).append(" more ").append(what).append('\n');
        }
    }
}
