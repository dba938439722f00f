package io.joblens.agent.runs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.joblens.agent.http.Request;
import io.joblens.agent.http.Response;
import io.joblens.agent.http.Route;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** {@code /api/jobs}: the runs that are going on, oldest first, and the last {@value RecentRuns#MOST} that ended, newest first. */
public final class JobsRoute implements Route {
    /** Of those that are going on; {@code active_count} says how many there are. */
    static final int MOST_ACTIVE = 500;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Jobs jobs;
    private final RecentRuns recent;

    public JobsRoute(Jobs jobs, RecentRuns recent) {
        this.jobs = jobs;
        this.recent = recent;
    }

    @Override
    public Response answer(Request request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonGenerator json = FACTORY.createGenerator(out);
        long now = recent.now();
        List<JobRun> active = oldestFirst(now);
        json.writeStartObject();
        json.writeNumberField("now", recent.wallMillis(now));
        json.writeNumberField("since", recent.sinceMillis());
        json.writeNumberField("active_count", active.size());
        json.writeArrayFieldStart("active");
        for (JobRun run : active.subList(0, Math.min(active.size(), MOST_ACTIVE))) {
            json.writeStartObject();
            json.writeStringField("run", key(run));
            writeJob(run.type(), EndedRun.id(run.id()), run.attempt(), json);
            json.writeNumberField("seconds", (now - run.startNanos()) / NANOS_PER_SECOND);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ended");
        for (EndedRun run : recent.newestFirst()) {
            write(run, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        return Response.ok("application/json; charset=utf-8", out.toByteArray());
    }

    /** A name by which a run can be asked for while it goes on; the run itself has no room for one. */
    static String key(JobRun run) {
        return Long.toHexString(run.startNanos()) + "-" + Integer.toHexString(System.identityHashCode(run));
    }

    private List<JobRun> oldestFirst(final long now) {
        List<JobRun> active = new ArrayList<JobRun>(jobs.active());
        Collections.sort(active, new Comparator<JobRun>() {
            @Override
            public int compare(JobRun one, JobRun other) {
                return Long.compare(now - other.startNanos(), now - one.startNanos());
            }
        });
        return active;
    }

    private void write(EndedRun run, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("outcome", run.outcome.status());
        writeJob(run.type, run.id, run.attempt, json);
        json.writeNumberField("ended_at", recent.wallMillis(run.endNanos));
        json.writeNumberField("seconds", run.durationNanos / NANOS_PER_SECOND);
        if (run.exception != null) {
            json.writeStringField("exception", run.exception);
        }
        if (run.error != null) {
            json.writeStringField("error", run.error);
        }
        json.writeEndObject();
    }

    private static void writeJob(String type, Object id, int attempt, JsonGenerator json) throws IOException {
        if (type != null) {
            json.writeStringField("job_type", type);
        }
        if (id != null) {
            // Numbers too, since JavaScript knows no long.
            json.writeStringField("job_id", id.toString());
        }
        json.writeNumberField("attempt", attempt);
    }
}
