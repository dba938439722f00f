package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.metrics.OperationStats;

/** The method is a timed step inside a job. */
public final class OperationProbe extends TimedProbe {
    private final OperationName name;
    private final Condition failedWhen;

    /** @param failedWhen may be {@code null} */
    public OperationProbe(Jobs jobs, OperationName name, RunValues values, Condition failedWhen) {
        super(jobs, values);
        this.name = name;
        this.failedWhen = failedWhen;
    }

    @Override
    void record(
            long startNanos,
            JobRun run,
            Object returned,
            Throwable thrown,
            Object a,
            Object b,
            Object c,
            Object[] many) {
        long now = jobs.now();
        boolean failed = thrown != null || holds(failedWhen, returned, null, a, b, c, many);
        OperationStats stats = name.of(returned, thrown, a, b, c, many);
        stats.ended(JobContext.get().hint(), now - startNanos, failed, now, run == null ? null : run.id());
        jobs.listener()
                .operated(
                        stats.name(),
                        !failed,
                        now - startNanos,
                        thrown,
                        run,
                        values.fields(returned, thrown, a, b, c, many));
    }
}
