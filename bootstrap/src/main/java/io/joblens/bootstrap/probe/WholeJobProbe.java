package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;

/** The method is the job: its entry starts a run and its exit ends it. */
public final class WholeJobProbe extends JobProbe {
    private final Jobs jobs;
    private final JobType type;
    private final RunValues values;
    private final RunEnd end;

    public WholeJobProbe(Jobs jobs, JobType type, RunValues values, RunEnd end) {
        super(values.tally());
        this.jobs = jobs;
        this.type = type;
        this.values = values;
        this.end = end;
    }

    @Override
    public Object enter(Object a, Object b, Object c, Object[] many) {
        JobRun run = jobs.start(
                type.of(a, b, c, many),
                values.id(null, null, a, b, c, many),
                values.user(null, null, a, b, c, many),
                values.attempt(null, null, a, b, c, many),
                values.fields(null, null, a, b, c, many));
        tally.called(run.owner());
        return run;
    }

    @Override
    public void exit(Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        jobs.returned((JobRun) token);
        end.end((JobRun) token, returned, thrown, a, b, c, many);
    }
}
