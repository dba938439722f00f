package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.report.Reports;
import java.util.concurrent.CompletionStage;

/** A woven method that is timed: its duration and what came of it are recorded when it is left. Thread-safe. */
public abstract class TimedProbe {
    final Jobs jobs;
    final RunValues values;

    TimedProbe(Jobs jobs, RunValues values) {
        this.jobs = jobs;
        this.values = values;
    }

    /** The moment an operation is entered; never 0, so that 0 can mean that it was not told. */
    public static long enter() {
        long now = System.nanoTime();
        return now == 0 ? 1 : now;
    }

    /** The method is left; a value that it returned and that is there later is waited for, without holding anybody up. */
    public final void exit(
            long startNanos, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        left(startNanos);
        JobRun run = JobContext.currentRun();
        Replaceable replaceable = returned instanceof Replaceable ? (Replaceable) returned : null;
        Object value = replaceable == null ? returned : replaceable.value();
        if (thrown == null && value instanceof CompletionStage) {
            StageEnd.await((CompletionStage<?>) value, new AtEnd(startNanos, run, a, b, c, many));
            return;
        }
        LaterValue later = thrown == null ? LaterValue.of(value) : null;
        if (later == null || later.isCold() && replaceable == null) {
            record(startNanos, run, value, thrown, a, b, c, many);
            return;
        }
        Object awaited = later.awaitOrEnd(value, new AtEnd(startNanos, run, a, b, c, many));
        if (replaceable != null) {
            replaceable.value(awaited);
        }
    }

    /** The calling thread leaves the method, whether its result is there or not. */
    void left(long startNanos) {}

    abstract void record(
            long startNanos,
            JobRun run,
            Object returned,
            Throwable thrown,
            Object a,
            Object b,
            Object c,
            Object[] many);

    static boolean holds(
            Condition condition, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        if (condition == null) {
            return false;
        }
        try {
            return condition.holds(returned, thrown, a, b, c, many);
        } catch (Throwable broken) {
            Reports.caught(broken);
            return false;
        }
    }

    private final class AtEnd extends Ending {
        private final long startNanos;
        private final JobRun run;
        private final Object a;
        private final Object b;
        private final Object c;
        private final Object[] many;

        AtEnd(long startNanos, JobRun run, Object a, Object b, Object c, Object[] many) {
            this.startNanos = startNanos;
            this.run = run;
            this.a = a;
            this.b = b;
            this.c = c;
            this.many = many;
        }

        @Override
        void ended(Object value, Throwable thrown) {
            record(startNanos, run, value, thrown, a, b, c, many);
        }
    }
}
