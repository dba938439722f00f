package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;

/** The method is the job: its entry starts a run and its exit ends it. */
public final class WholeJobProbe extends JobProbe {
    private final Jobs jobs;
    private final RunStart start;
    private final RunEnd end;

    public WholeJobProbe(Jobs jobs, RunStart start, RunEnd end) {
        super(start.tally());
        this.jobs = jobs;
        this.start = start;
        this.end = end;
    }

    @Override
    public Object enter(Object receiver, Object a, Object b, Object c, Object[] many) {
        return start.start(receiver, a, b, c, many);
    }

    @Override
    public void exit(Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        jobs.returned((JobRun) token);
        end.end((JobRun) token, returned, thrown, a, b, c, many);
    }
}
