package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.metrics.JobStats;

/**
 * The method queues a job. The waiting time begins at its entry, because the job may have started before the method
 * returns; it counts as created when the method has returned.
 */
public final class JobCreatedProbe extends JobProbe {
    private final Jobs jobs;
    private final JobType type;
    private final RunValues values;

    public JobCreatedProbe(Jobs jobs, JobType type, RunValues values) {
        super(values.tally());
        this.jobs = jobs;
        this.type = type;
        this.values = values;
    }

    @Override
    public Object enter(Object receiver, Object a, Object b, Object c, Object[] many) {
        tally.called(JobContext.get());
        JobStats stats = type.of(a, b, c, many);
        jobs.creating(stats.type(), values.id(null, null, a, b, c, many));
        return stats;
    }

    @Override
    public void exit(Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        JobStats stats = (JobStats) token;
        Object id = values.id(returned, thrown, a, b, c, many);
        if (thrown != null) {
            jobs.notCreated(stats.type(), id);
            return;
        }
        jobs.created(
                stats, id, values.user(returned, null, a, b, c, many), values.fields(returned, null, a, b, c, many));
    }
}
