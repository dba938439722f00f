package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;

/** The entry of the method starts a run that goes on after its return. When the method throws, the run has failed. */
public final class JobStartProbe extends JobProbe {
    private final Jobs jobs;
    private final RunStart start;

    public JobStartProbe(Jobs jobs, RunStart start) {
        super(start.tally());
        this.jobs = jobs;
        this.start = start;
    }

    @Override
    public Object enter(Object receiver, Object a, Object b, Object c, Object[] many) {
        JobRun run = start.start(receiver, a, b, c, many);
        if (run != null) {
            jobs.keepOpen(run);
        }
        return run;
    }

    @Override
    public void exit(Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        JobRun run = (JobRun) token;
        jobs.returned(run);
        if (thrown != null) {
            jobs.end(run, Outcome.FAILED, thrown, Fields.NONE);
        }
    }
}
