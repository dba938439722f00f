package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;

/** How the entry of a method starts a run. Immutable. */
public final class RunStart {
    private final Jobs jobs;
    private final JobType type;
    private final RunValues values;
    private final int method;

    /** @param method the method's number, among {@link io.joblens.bootstrap.job.WovenMethods} */
    public RunStart(Jobs jobs, JobType type, RunValues values, int method) {
        this.jobs = jobs;
        this.type = type;
        this.values = values;
        this.method = method;
    }

    Tally tally() {
        return values.tally();
    }

    /** The run, or {@code null} when the call is part of one that is counted already. */
    JobRun start(Object receiver, Object a, Object b, Object c, Object[] many) {
        JobRun run = jobs.start(
                type.of(a, b, c, many),
                values.id(null, null, a, b, c, many),
                values.user(null, null, a, b, c, many),
                values.attempt(null, null, a, b, c, many),
                values.fields(null, null, a, b, c, many),
                method,
                receiver);
        try {
            values.tally().called(run == null ? JobContext.get() : run.owner());
        } catch (Throwable thrown) {
            if (run != null) {
                run.state |= JobRun.ENDED;
            }
            throw thrown;
        }
        return run;
    }
}
