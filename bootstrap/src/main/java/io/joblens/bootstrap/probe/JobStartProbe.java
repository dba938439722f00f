package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;

/** The entry of the method starts a run that goes on after its return. When the method throws, the run has failed. */
public final class JobStartProbe extends JobProbe {
    private final Jobs jobs;
    private final JobType type;
    private final RunValues values;

    public JobStartProbe(Jobs jobs, JobType type, RunValues values) {
        super(values.tally());
        this.jobs = jobs;
        this.type = type;
        this.values = values;
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
        jobs.keepOpen(run);
        return run;
    }

    @Override
    public void exit(Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        if (thrown != null) {
            jobs.end((JobRun) token, Outcome.FAILED, thrown, Fields.NONE);
        }
    }
}
