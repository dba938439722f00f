package io.joblens.agent.log;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;
import io.joblens.bootstrap.report.Reports;
import java.io.PrintStream;

/**
 * Writes a line for everything that happens to jobs, on the thread on which it happens. Thread-safe; nothing is thrown from
 * here: a line that cannot be made or written is lost, and counted.
 */
public final class LifecycleLog implements JobListener {
    private final PrintStream out;
    private final int threshold;
    private final LineFormat format;
    private final Clock clock;
    private volatile LinePool<Line> pool;

    private LifecycleLog(PrintStream out, Level threshold, LineFormat format, Clock clock) {
        this.out = out;
        this.threshold = threshold.ordinal();
        this.format = format;
        this.clock = clock;
    }

    /**
     * A log that writes UTF-8, each line by one call, so that it never stands inside a line which the application prints to
     * the same stream.
     *
     * @param threshold the lowest level that is written
     */
    public static LifecycleLog to(PrintStream out, Level threshold, LineFormat format, Clock clock) {
        return new LifecycleLog(out, threshold, format, clock);
    }

    @Override
    public void created(String type, Object id, Object userId, Fields fields) {
        Line line = start(Message.JOB_CREATED);
        if (line == null) {
            return;
        }
        line.set(StandardField.JOB_ID, id);
        line.set(StandardField.JOB_TYPE, type);
        line.set(StandardField.USER_ID, userId);
        line.fields(fields, Fields.NONE);
        write(Message.JOB_CREATED, line);
    }

    @Override
    public void started(JobRun run) {
        Line line = start(Message.JOB_STARTED);
        if (line == null) {
            return;
        }
        line.run(run);
        line.fields(run.fields(), Fields.NONE);
        write(Message.JOB_STARTED, line);
    }

    @Override
    public void ended(JobRun run, Outcome outcome, long durationNanos, Object error, Fields more) {
        Message message = messageOf(outcome);
        Line line = start(message);
        if (line == null) {
            return;
        }
        line.run(run);
        line.set(StandardField.STATUS, outcome.status());
        line.duration(durationNanos);
        line.fields(run.fields(), more);
        line.error(error);
        write(message, line);
    }

    @Override
    public void scanned(String scan, Verdict verdict, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
        Message message = messageOf(verdict);
        Line line = start(message);
        if (line == null) {
            return;
        }
        line.run(run);
        line.duration(durationNanos);
        line.set(StandardField.SCAN, scan);
        line.fields(fields, Fields.NONE);
        line.error(thrown);
        write(message, line);
    }

    @Override
    public void operated(
            String operation, boolean success, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
        Message message = success ? Message.OPERATION_COMPLETED : Message.OPERATION_FAILED;
        Line line = start(message);
        if (line == null) {
            return;
        }
        line.run(run);
        line.duration(durationNanos);
        line.set(StandardField.OPERATION, operation);
        line.set(StandardField.SUCCESS, success);
        line.fields(fields, Fields.NONE);
        line.error(thrown);
        write(message, line);
    }

    /** A line to be filled, or {@code null} if the level is off or no line can be made. */
    private Line start(Message message) {
        return message.severity() < threshold ? null : take();
    }

    private Line take() {
        try {
            LinePool<Line> known = pool;
            if (known == null) {
                // Two threads may both make one: the other's lines are garbage soon.
                known = new Lines(format);
                pool = known;
            }
            return known.take();
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return null;
        }
    }

    private void write(Message message, Line line) {
        try {
            line.encode(clock.wallMillis(), message).writeTo(out);
            pool.give(line);
        } catch (Throwable thrown) {
            // The line is not given back: what is half written inside it is garbage with it.
            Reports.caught(thrown);
        }
    }

    /**
     * Writes all metrics as one line. No threshold holds it back, since it is written only where somebody asked for just that.
     *
     * @param json an object, on one line
     */
    public void metrics(String json) {
        Line line = take();
        if (line == null) {
            return;
        }
        try {
            line.encodeMetrics(clock.wallMillis(), json).writeTo(out);
            pool.give(line);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    boolean isOff(Level level) {
        return level.ordinal() < threshold;
    }

    /** A line of the application's own, or {@code null} if none can be made. */
    Line line() {
        return take();
    }

    /** Writes a line of the application's own; whether it could. */
    boolean write(Level level, String message, Line line) {
        try {
            line.encode(clock.wallMillis(), level, message).writeTo(out);
            pool.give(line);
            return true;
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return false;
        }
    }

    private static Message messageOf(Outcome outcome) {
        if (outcome == Outcome.COMPLETED) {
            return Message.JOB_COMPLETED;
        }
        return outcome == Outcome.FAILED ? Message.JOB_FAILED : Message.JOB_SKIPPED;
    }

    private static Message messageOf(Verdict verdict) {
        if (verdict == Verdict.CLEAN) {
            return Message.SCAN_CLEAN;
        }
        return verdict == Verdict.INFECTED ? Message.SCAN_INFECTED : Message.SCAN_FAILED;
    }

    private static final class Lines extends LinePool<Line> {
        private final LineFormat format;

        Lines(LineFormat format) {
            this.format = format;
        }

        @Override
        Line make() {
            return new Line(format == LineFormat.JSON ? new JsonForm() : new TextForm());
        }
    }
}
