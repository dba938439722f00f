package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import java.util.concurrent.CompletionStage;

/** A woven method that is timed: its duration and what came of it are recorded when it is left. Thread-safe. */
public abstract class TimedProbe {
    final Jobs jobs;
    final RunValues values;
    private final Tally tally;

    TimedProbe(Jobs jobs, RunValues values) {
        this.jobs = jobs;
        this.values = values;
        this.tally = values.tally();
    }

    /** What became of it. */
    public final Tally tally() {
        return tally;
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
        JobContext context = JobContext.get();
        tally.called(context);
        JobRun run = context.current();
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

    final boolean holds(
            Condition condition, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        return condition != null && tally.holds(condition, returned, thrown, a, b, c, many);
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
