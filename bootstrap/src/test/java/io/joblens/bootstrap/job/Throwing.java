package io.joblens.bootstrap.job;

import io.joblens.bootstrap.metrics.ScanStats.Verdict;

/** A listener that cannot. */
final class Throwing implements JobListener {
    @Override
    public void created(String type, Object id, Object userId, Fields fields) {
        throw new IllegalStateException("created");
    }

    @Override
    public void started(JobRun run) {
        throw new IllegalStateException("started");
    }

    @Override
    public void ended(JobRun run, Outcome outcome, long durationNanos, Object error, Fields more) {
        throw new IllegalStateException("ended");
    }

    @Override
    public void scanned(String scan, Verdict verdict, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
        throw new IllegalStateException("scanned");
    }

    @Override
    public void operated(
            String operation, boolean success, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
        throw new IllegalStateException("operated");
    }
}
