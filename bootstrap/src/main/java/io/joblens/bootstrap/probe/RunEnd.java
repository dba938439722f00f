package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;

/**
 * How the exit of a method ends a run. Immutable.
 *
 * <p>Asked in this order: {@code skippedWhen}; an exception, which fails the run unless it is that of a scan which could
 * not be done; {@code failedWhen}.
 */
public final class RunEnd {
    private final Jobs jobs;
    private final Outcome fixed;
    private final Condition failedWhen;
    private final Condition skippedWhen;
    private final RunValues values;

    private RunEnd(Jobs jobs, Outcome fixed, Condition failedWhen, Condition skippedWhen, RunValues values) {
        this.jobs = jobs;
        this.fixed = fixed;
        this.failedWhen = failedWhen;
        this.skippedWhen = skippedWhen;
        this.values = values;
    }

    /** An end whose outcome the call tells. Conditions may be {@code null}. */
    public static RunEnd told(Jobs jobs, Condition failedWhen, Condition skippedWhen, RunValues values) {
        return new RunEnd(jobs, null, failedWhen, skippedWhen, values);
    }

    /** An end whose outcome is known beforehand. */
    public static RunEnd as(Outcome outcome, Jobs jobs, RunValues values) {
        return new RunEnd(jobs, outcome, null, null, values);
    }

    /** Ends the run, or has it ended by the value that the method returned and that is there later. */
    void end(JobRun run, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        Replaceable replaceable = returned instanceof Replaceable ? (Replaceable) returned : null;
        Object value = replaceable == null ? returned : replaceable.value();
        boolean mayBeLater = fixed == null && thrown == null;
        if (mayBeLater && value instanceof CompletionStage) {
            jobs.keepOpen(run);
            jobs.leave(run);
            StageEnd.await((CompletionStage<?>) value, new AtEnd(run, a, b, c, many));
            return;
        }
        LaterValue later = mayBeLater ? LaterValue.of(value) : null;
        if (later == null || later.isCold() && replaceable == null) {
            Outcome outcome = fixed != null ? fixed : outcome(run, value, thrown, a, b, c, many);
            endNow(run, outcome, value, thrown, a, b, c, many);
            return;
        }
        if (!later.isCold()) {
            // What nobody may ever ask for does not count as active before somebody does.
            jobs.keepOpen(run);
        }
        jobs.leave(run);
        Object awaited = later.awaitOrEnd(value, new AtEnd(run, a, b, c, many));
        if (replaceable != null) {
            replaceable.value(awaited);
        }
    }

    private void endNow(
            JobRun run,
            Outcome outcome,
            Object returned,
            Throwable thrown,
            Object a,
            Object b,
            Object c,
            Object[] many) {
        Object error = values.error(returned, thrown, a, b, c, many);
        if (error == null && outcome != Outcome.CANCELLED) {
            error = thrown;
        }
        jobs.end(run, outcome, error, values.fields(returned, thrown, a, b, c, many));
    }

    /** As {@link #outcome}, of a value that was there later: that nobody wants it any more is no failure. */
    private Outcome laterOutcome(
            JobRun run, Object value, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        Outcome outcome = outcome(run, value, thrown, a, b, c, many);
        return outcome == Outcome.FAILED && thrown instanceof CancellationException ? Outcome.CANCELLED : outcome;
    }

    private Outcome outcome(
            JobRun run, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        if (skippedWhen != null && values.tally().holds(skippedWhen, returned, thrown, a, b, c, many)) {
            return Outcome.SKIPPED;
        }
        if (thrown != null) {
            return run.isFailedScan(thrown) ? Outcome.SKIPPED : Outcome.FAILED;
        }
        return failedWhen != null && values.tally().holds(failedWhen, returned, null, a, b, c, many)
                ? Outcome.FAILED
                : Outcome.COMPLETED;
    }

    private final class AtEnd extends Ending {
        private final JobRun run;
        private final Object a;
        private final Object b;
        private final Object c;
        private final Object[] many;

        AtEnd(JobRun run, Object a, Object b, Object c, Object[] many) {
            this.run = run;
            this.a = a;
            this.b = b;
            this.c = c;
            this.many = many;
        }

        @Override
        void begun() {
            jobs.keepOpen(run);
        }

        @Override
        void ended(Object value, Throwable thrown) {
            endNow(run, laterOutcome(run, value, thrown, a, b, c, many), value, thrown, a, b, c, many);
        }
    }
}
