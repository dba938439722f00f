package io.joblens.bootstrap.job;

/**
 * A thread works on a task that another run handed on to it. While it does, that run is its context, without being the
 * thread's own; what the thread was bound to before waits here. Immutable.
 */
final class Adoption {
    final Object task;
    /** {@code null} when the run had ended: the task is nobody's then. */
    final JobRun run;
    /** The binding before. */
    final JobRun before;
    /** The adoption in the midst of which this one began, or {@code null}. */
    final Adoption around;

    Adoption(Object task, JobRun run, JobRun before, Adoption around) {
        this.task = task;
        this.run = run;
        this.before = before;
        this.around = around;
    }
}
