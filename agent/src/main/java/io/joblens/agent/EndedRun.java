package io.joblens.agent;

import io.joblens.agent.log.ErrorText;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;

/** What is kept of a run that ended: texts of bounded length, and nothing of the application's classes. Immutable. */
final class EndedRun {
    private static final int MOST_ID = 200;
    private static final int MOST_ERROR = 500;

    final String type;
    /** A {@code String} or a JDK number, or {@code null}. */
    final Object id;

    final int attempt;
    final Outcome outcome;
    final long durationNanos;
    /** By {@link System#nanoTime()}. */
    final long endNanos;
    /** The class of what was thrown, or {@code null}. */
    final String exception;

    final String error;

    /** @param error a {@code Throwable} or a text, or {@code null} */
    EndedRun(JobRun run, Outcome outcome, long durationNanos, Object error) {
        this.type = run.type();
        this.id = id(run.id());
        this.attempt = run.attempt();
        this.outcome = outcome;
        this.durationNanos = durationNanos;
        this.endNanos = run.startNanos() + durationNanos;
        boolean thrown = error instanceof Throwable;
        this.exception = thrown ? error.getClass().getName() : null;
        String text = thrown ? ErrorText.of((Throwable) error) : error == null ? null : error.toString();
        this.error = cut(text, MOST_ERROR);
    }

    /** The id as it is shown. */
    static Object id(Object id) {
        return id instanceof String ? cut((String) id, MOST_ID) : id;
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
