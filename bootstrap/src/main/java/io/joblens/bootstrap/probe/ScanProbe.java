package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.metrics.ScanStats;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;

/** The method is a malware scan. */
public final class ScanProbe extends TimedProbe {
    private final ScanName name;
    private final Condition infectedWhen;
    private final Condition failedWhen;

    /** @param failedWhen may be {@code null} */
    public ScanProbe(Jobs jobs, ScanName name, RunValues values, Condition infectedWhen, Condition failedWhen) {
        super(jobs, values);
        this.name = name;
        this.infectedWhen = infectedWhen;
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
        Verdict verdict = verdict(returned, thrown, a, b, c, many);
        if (verdict == Verdict.FAILED && run != null && thrown != null) {
            run.scanFailed(thrown);
        }
        ScanStats stats = name.of(returned, thrown, a, b, c, many);
        stats.scanned(JobContext.get().hint(), now - startNanos, verdict, now);
        jobs.listener()
                .scanned(
                        stats.name(),
                        verdict,
                        now - startNanos,
                        thrown,
                        run,
                        values.fields(returned, thrown, a, b, c, many));
    }

    private Verdict verdict(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        if (holds(infectedWhen, returned, thrown, a, b, c, many)) {
            return Verdict.INFECTED;
        }
        if (thrown != null || holds(failedWhen, returned, null, a, b, c, many)) {
            return Verdict.FAILED;
        }
        return Verdict.CLEAN;
    }
}
