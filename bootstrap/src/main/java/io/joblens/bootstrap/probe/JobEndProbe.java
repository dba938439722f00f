package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;

/** The exit of the method ends a run that another method started; inside the method the run is the thread's context. */
public final class JobEndProbe extends JobProbe {
    private final Jobs jobs;
    private final JobType type;
    private final RunValues values;
    private final RunEnd end;

    /** @param type the type of the runs it ends, or {@code null} for any */
    public JobEndProbe(Jobs jobs, JobType type, RunValues values, RunEnd end) {
        super(values.tally());
        this.jobs = jobs;
        this.type = type;
        this.values = values;
        this.end = end;
    }

    @Override
    public Object enter(Object receiver, Object a, Object b, Object c, Object[] many) {
        tally.called(JobContext.get());
        String wanted = type == null ? null : type.of(a, b, c, many).type();
        JobRun run = jobs.find(wanted, values.id(null, null, a, b, c, many));
        return run == null ? null : new Visit(run, jobs.visit(run));
    }

    @Override
    public void exit(Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        Visit visit = (Visit) token;
        if (visit.before != visit.run) {
            jobs.leave(visit.run, visit.before);
        }
        end.end(visit.run, returned, thrown, a, b, c, many);
    }

    private static final class Visit {
        final JobRun run;
        final JobRun before;

        Visit(JobRun run, JobRun before) {
            this.run = run;
            this.before = before;
        }
    }
}
