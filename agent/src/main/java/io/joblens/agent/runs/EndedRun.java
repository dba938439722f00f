package io.joblens.agent.runs;

import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;

/**
 * What is kept of a run that ended: numbers, and texts of bounded length; not the run, which knows objects of the application.
 * Filled again and again by whoever holds the lease of its {@link RecentStripe}; others read a copy.
 */
final class EndedRun {
    private static final int MOST_ID = 200;
    private static final int MOST_ERROR = 500;

    String type;
    /** A {@code String} or a JDK number, or {@code null}. */
    Object id;

    int attempt;
    Outcome outcome;
    long durationNanos;
    /** By {@link System#nanoTime()}. */
    long endNanos;
    /** The class of what was thrown, or {@code null}. */
    String exception;
    /** What was said of the end, or {@code null}. */
    String error;

    void set(JobRun run, Outcome outcome, long durationNanos, String exception, String error) {
        this.type = run.type();
        this.id = id(run.id());
        this.attempt = run.attempt();
        this.outcome = outcome;
        this.durationNanos = durationNanos;
        this.endNanos = run.startNanos() + durationNanos;
        this.exception = exception;
        this.error = cut(error, MOST_ERROR);
    }

    EndedRun copy() {
        EndedRun copy = new EndedRun();
        copy.type = type;
        copy.id = id;
        copy.attempt = attempt;
        copy.outcome = outcome;
        copy.durationNanos = durationNanos;
        copy.endNanos = endNanos;
        copy.exception = exception;
        copy.error = error;
        return copy;
    }

    /** The id as it is shown: numbers that are small stay what they are, for nothing is made of them then. */
    static Object id(Object id) {
        return id == null || id instanceof Long || id instanceof Integer ? id : cut(id.toString(), MOST_ID);
    }

    private static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + "…";
    }
}
