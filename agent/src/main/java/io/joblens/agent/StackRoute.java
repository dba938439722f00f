package io.joblens.agent;

import io.joblens.agent.http.Request;
import io.joblens.agent.http.Response;
import io.joblens.agent.http.Route;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;

/** {@code /api/stack?run=…}: what the thread of a run is doing, as text. The run is named as {@code /api/jobs} names it. */
final class StackRoute implements Route {
    private static final int MOST_FRAMES = 256;
    private static final String PARAMETER = "run=";

    private final Jobs jobs;

    StackRoute(Jobs jobs) {
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
                return Response.text(200, stackOf(run));
            }
        }
        return Response.text(404, "this run has ended\n");
    }

    private String stackOf(JobRun run) {
        Thread thread = jobs.threadOf(run);
        if (thread == null) {
            return "No thread works on this run now: it waits for its end.\n";
        }
        StackTraceElement[] frames = thread.getStackTrace();
        StringBuilder text = new StringBuilder(thread.getName())
                .append(" (")
                .append(thread.getState())
                .append(")\n");
        for (int i = 0; i < frames.length && i < MOST_FRAMES; i++) {
            text.append("    at ").append(frames[i]).append('\n');
        }
        if (frames.length > MOST_FRAMES) {
            text.append("    … ").append(frames.length - MOST_FRAMES).append(" more\n");
        }
        return text.toString();
    }
}
