package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.metrics.ScanStats;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;

/** The method is a malware scan. */
public final class ScanProbe extends TimedProbe {
    private static final long OUTERMOST = 1;

    private final ScanName name;
    private final Condition infectedWhen;
    private final Condition failedWhen;
    private final int method;

    /**
     * @param failedWhen may be {@code null}
     * @param method the method's number, among {@link io.joblens.bootstrap.job.WovenMethods}
     */
    public ScanProbe(
            Jobs jobs, ScanName name, RunValues values, Condition infectedWhen, Condition failedWhen, int method) {
        super(jobs, values);
        this.name = name;
        this.method = method;
        this.infectedWhen = infectedWhen;
        this.failedWhen = failedWhen;
    }

    /**
     * The moment a scan is entered, or 0 when it is part of one that is counted already. The lowest bit says whether the scan is
     * the thread's outermost one.
     */
    public long enter(Object receiver) {
        JobContext context = JobContext.get();
        if (!context.isInOtherScan(method, receiver)) {
            context.enterScan(method, receiver);
            return System.nanoTime() | OUTERMOST;
        }
        if (context.isSameScan(method, receiver)) {
            tally().called(context);
            return 0;
        }
        long now = System.nanoTime() & ~OUTERMOST;
        return now == 0 ? 2 : now;
    }

    @Override
    void left(long startNanos) {
        if ((startNanos & OUTERMOST) != 0) {
            JobContext.get().leaveScan();
        }
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
        stats.scanned(JobContext.get().hint(), now - startNanos, verdict, now, run == null ? null : run.id());
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
