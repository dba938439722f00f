package io.joblens.agent.runs;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;

/** Keeps the runs that end, and passes everything on. Thread-safe. */
final class KeepingListener implements JobListener {
    private final RecentRuns recent;
    private final JobListener next;

    KeepingListener(RecentRuns recent, JobListener next) {
        this.recent = recent;
        this.next = next;
    }

    @Override
    public void created(String type, Object id, Object userId, Fields fields) {
        next.created(type, id, userId, fields);
    }

    @Override
    public void started(JobRun run) {
        next.started(run);
    }

    @Override
    public void ended(JobRun run, Outcome outcome, long durationNanos, Object error, Fields more) {
        recent.keep(run, outcome, durationNanos, error);
        next.ended(run, outcome, durationNanos, error, more);
    }

    @Override
    public void scanned(String scan, Verdict verdict, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
        next.scanned(scan, verdict, durationNanos, thrown, run, fields);
    }

    @Override
    public void operated(
            String operation, boolean success, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
        next.operated(operation, success, durationNanos, thrown, run, fields);
    }
}
