package io.joblens.agent;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The runs that ended last. To keep one costs an object, a number and a store: no clock is read, nothing waits. Thread-safe.
 */
final class RecentRuns {
    static final int MOST = 200;

    private final Clock clock;
    private final AtomicReferenceArray<EndedRun> ring = new AtomicReferenceArray<EndedRun>(MOST);
    private final AtomicLong next = new AtomicLong();

    RecentRuns(Clock clock) {
        this.clock = clock;
    }

    /** A listener that keeps what ends and passes everything on. */
    JobListener before(JobListener log) {
        return new Keeping(log);
    }

    /** Newest first, as good as: ends that happen at once stand in the order in which they were kept. */
    List<EndedRun> newestFirst() {
        List<EndedRun> runs = new ArrayList<EndedRun>(MOST);
        long end = next.get();
        for (long at = end - 1; at >= 0 && at >= end - MOST; at--) {
            EndedRun run = ring.get((int) (at % MOST));
            if (run != null) {
                runs.add(run);
            }
        }
        return runs;
    }

    /** When something was, in milliseconds since 1970. */
    long wallMillis(long nanos) {
        return clock.wallMillis() - (clock.nanoTime() - nanos) / 1_000_000;
    }

    long now() {
        return clock.nanoTime();
    }

    private final class Keeping implements JobListener {
        private final JobListener log;

        Keeping(JobListener log) {
            this.log = log;
        }

        @Override
        public void created(String type, Object id, Object userId, Fields fields) {
            log.created(type, id, userId, fields);
        }

        @Override
        public void started(JobRun run) {
            log.started(run);
        }

        @Override
        public void ended(JobRun run, Outcome outcome, long durationNanos, Object error, Fields more) {
            log.ended(run, outcome, durationNanos, error, more);
            ring.lazySet((int) (next.getAndIncrement() % MOST), new EndedRun(run, outcome, durationNanos, error));
        }

        @Override
        public void scanned(
                String scan, Verdict verdict, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
            log.scanned(scan, verdict, durationNanos, thrown, run, fields);
        }

        @Override
        public void operated(
                String operation, boolean success, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
            log.operated(operation, success, durationNanos, thrown, run, fields);
        }
    }
}
