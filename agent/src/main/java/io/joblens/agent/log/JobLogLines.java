package io.joblens.agent.log;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.log.DirectLines;
import io.joblens.bootstrap.metrics.OperationStats;
import io.joblens.bootstrap.metrics.Registry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes the lines of {@code io.joblens.api.JobLog} as the agent writes its own, with the fields of the job they are about,
 * and counts what they say. What the application says itself stands before what the agent knows. Thread-safe.
 */
public final class JobLogLines implements DirectLines {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long UNKNOWN = -1;
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAME = 200;

    private final LifecycleLog log;
    private final Jobs jobs;
    private final Registry registry;
    private final Map<String, OperationStats> operations = new ConcurrentHashMap<String, OperationStats>();

    public JobLogLines(LifecycleLog log, Jobs jobs, Registry registry) {
        this.log = log;
        this.jobs = jobs;
        this.registry = registry;
    }

    @Override
    public boolean write(
            String kind,
            String text,
            Object id,
            double durationMs,
            int attempt,
            Object error,
            boolean success,
            Object[] pairs) {
        switch (kind) {
            case "job":
                return job(text, jobId(id), Pairs.of(pairs));
            case "completed":
                return completed(jobId(id), nanos(durationMs), Pairs.of(pairs));
            case "failed":
                return failed(jobId(id), error, attempt, Pairs.of(pairs));
            case "operation":
                return operation(text, nanos(durationMs), success, Pairs.of(pairs));
            default:
                return message(Level.named(kind), text, pairs);
        }
    }

    private boolean message(Level level, String text, Object[] pairs) {
        if (log.isOff(level)) {
            return true;
        }
        Line line = log.line();
        return line != null && write(level, text, JobContext.currentRun(), Pairs.of(pairs), line);
    }

    private boolean job(String event, Object id, Pairs pairs) {
        String type = type(pairs);
        if ("created".equals(event)) {
            jobs.toldCreated(type, id);
        }
        Line line = lineAt(Level.INFO);
        if (line == null) {
            return log.isOff(Level.INFO);
        }
        line.set(StandardField.JOB_ID, id);
        JobRun run = id == null ? JobContext.currentRun() : jobs.run(type, id);
        return write(Level.INFO, "Job " + event, run, pairs, line);
    }

    private boolean completed(Object id, long nanos, Pairs pairs) {
        JobRun run = jobs.told(type(pairs), id, false, nanos, attempt(pairs));
        Line line = lineAt(Message.JOB_COMPLETED.level());
        if (line == null) {
            return log.isOff(Message.JOB_COMPLETED.level());
        }
        line.set(StandardField.JOB_ID, id);
        setStatus(Outcome.COMPLETED, pairs, line);
        setDuration(nanos, line);
        return write(Message.JOB_COMPLETED, run, pairs, line);
    }

    private boolean failed(Object id, Object error, int attempt, Pairs pairs) {
        Object millis = pairs.value(StandardField.DURATION_MS);
        long nanos = millis instanceof Number ? nanos(((Number) millis).doubleValue()) : UNKNOWN;
        JobRun run = jobs.told(type(pairs), id, true, nanos, attempt);
        Line line = lineAt(Message.JOB_FAILED.level());
        if (line == null) {
            return log.isOff(Message.JOB_FAILED.level());
        }
        line.set(StandardField.JOB_ID, id);
        setStatus(Outcome.FAILED, pairs, line);
        if (attempt > 0) {
            line.set(StandardField.ATTEMPTS, attempt);
        }
        setDuration(nanos == UNKNOWN && run != null ? jobs.now() - run.startNanos() : nanos, line);
        line.error(error instanceof Throwable ? error : Pairs.shown(StandardField.ERROR.text(), error));
        return write(Message.JOB_FAILED, run, pairs, line);
    }

    private boolean operation(String name, long nanos, boolean success, Pairs pairs) {
        if (nanos != UNKNOWN) {
            JobRun run = JobContext.currentRun();
            Object jobId = run == null ? null : run.id();
            stats(name).ended(JobContext.get().hint(), nanos, !success, jobs.now(), jobId);
        }
        Message message = success ? Message.OPERATION_COMPLETED : Message.OPERATION_FAILED;
        Line line = lineAt(message.level());
        if (line == null) {
            return log.isOff(message.level());
        }
        line.set(StandardField.OPERATION, name);
        line.set(StandardField.SUCCESS, success);
        setDuration(nanos, line);
        return write(message, JobContext.currentRun(), pairs, line);
    }

    private Line lineAt(Level level) {
        return log.isOff(level) ? null : log.line();
    }

    private boolean write(Message message, JobRun run, Pairs pairs, Line line) {
        return write(message.level(), message.text(), run, pairs, line);
    }

    private boolean write(Level level, String message, JobRun run, Pairs pairs, Line line) {
        if (run != null) {
            setUnlessSaid(StandardField.JOB_ID, run.id(), pairs, line);
            setUnlessSaid(StandardField.JOB_TYPE, run.type(), pairs, line);
            setUnlessSaid(StandardField.USER_ID, run.userId(), pairs, line);
            setUnlessSaid(StandardField.ATTEMPTS, run.attempt(), pairs, line);
            line.fields(run.fields(), pairs.fields);
        } else {
            line.fields(pairs.fields, Fields.NONE);
        }
        if (pairs.error != null) {
            line.errorUnlessSet(pairs.error);
        }
        return log.write(level, String.valueOf(message), line);
    }

    private static void setUnlessSaid(StandardField name, Object value, Pairs pairs, Line line) {
        if (pairs.value(name) == null) {
            line.setUnlessSet(name, value);
        }
    }

    private static void setStatus(Outcome outcome, Pairs pairs, Line line) {
        setUnlessSaid(StandardField.STATUS, outcome.status(), pairs, line);
    }

    private static void setDuration(long nanos, Line line) {
        if (nanos != UNKNOWN) {
            line.duration(nanos);
        }
    }

    private static Object jobId(Object id) {
        return Pairs.shown(StandardField.JOB_ID.text(), id);
    }

    private static String type(Pairs pairs) {
        Object type = pairs.value(StandardField.JOB_TYPE);
        return type == null ? null : fitForLabel(type.toString());
    }

    private static int attempt(Pairs pairs) {
        Object attempt = pairs.value(StandardField.ATTEMPTS);
        return attempt instanceof Number ? (int) Math.min(Integer.MAX_VALUE, ((Number) attempt).longValue()) : 0;
    }

    private static long nanos(double millis) {
        return millis >= 0 && !Double.isInfinite(millis) ? Math.round(millis * NANOS_PER_MILLI) : UNKNOWN;
    }

    /** The registry takes a lock, which a scrape may hold. */
    private OperationStats stats(String name) {
        String key = name == null || name.isEmpty() ? Registry.OTHER : fitForLabel(name);
        OperationStats stats = operations.get(key);
        if (stats == null) {
            stats = registry.operation(operations.size() < MOST_NAMES ? key : Registry.OTHER);
            if (operations.size() < MOST_NAMES) {
                operations.put(key, stats);
            }
        }
        return stats;
    }

    private static String fitForLabel(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
