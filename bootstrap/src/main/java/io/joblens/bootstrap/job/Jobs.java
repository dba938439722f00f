package io.joblens.bootstrap.job;

import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.JobStats;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.RunsInFlight;
import io.joblens.bootstrap.report.Reports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** Starts, finds and ends runs, and tells the registry and the listener. Thread-safe. */
public final class Jobs implements RunsInFlight {
    private final Clock clock;
    private final Registry registry;
    private final OpenRuns openRuns;
    private final CreatedJobs createdJobs;
    private final LongAdder unmatchedEnds = new LongAdder();
    private volatile JobListener listener = JobListener.NONE;

    /**
     * @param mostRuns how many runs are kept whose end has not come, and how many created jobs that have not started
     * @param maxAgeNanos after which a run counts as abandoned
     */
    public Jobs(int mostRuns, long maxAgeNanos, Clock clock, Registry registry) {
        this.clock = clock;
        this.registry = registry;
        this.openRuns = new OpenRuns(mostRuns, maxAgeNanos);
        this.createdJobs = new CreatedJobs(mostRuns);
        registry.inFlight(this);
        registry.counter(
                Family.counter(
                        "joblens_unmatched_ends_total",
                        "Total number of ends of jobs for which no running job was found"),
                unmatchedEnds);
    }

    /** From now on, this listener hears of everything. */
    public void listener(JobListener listener) {
        this.listener = listener;
    }

    public JobListener listener() {
        return listener;
    }

    public long now() {
        return clock.nanoTime();
    }

    /**
     * Starts a run that the calling method encloses: it is the thread's context until it ends.
     *
     * @param method the number of the calling method, among {@link WovenMethods}
     * @param receiver what the method was called on, or {@code null}
     * @return {@code null} when the call is the same as the one that started the thread's current run, which is counted
     */
    public JobRun start(
            JobStats stats, Object id, Object userId, int attempt, Fields fields, int method, Object receiver) {
        JobContext context = JobContext.get();
        JobRun outer = context.current();
        if (outer != null && isSameCall(outer, context, stats, id, method, receiver)) {
            return null;
        }
        JobRun run = new JobRun(stats, id, userId, attempt, fields, context, outer, method, receiver);
        try {
            listener.started(run);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
        // Only now, so that the time its line takes, the first one above all, is not the job's.
        long now = clock.nanoTime();
        run.startedAt(now);
        context.list();
        context.bind(run);
        try {
            countStart(run, context.hint(), now);
        } catch (Throwable thrown) {
            run.state |= JobRun.ENDED;
            throw thrown;
        }
        return run;
    }

    private void countStart(JobRun run, int hint, long now) {
        JobStats stats = run.stats();
        if (run.attempt() > 1) {
            stats.retried();
        }
        if (run.id() != null) {
            CreatedJobs.Created created = createdJobs.take(stats.type(), run.id());
            if (created != null) {
                stats.waited(hint, now - created.atNanos, now, run.id());
            }
        }
    }

    /**
     * An override and the method that it calls by {@code super}, when they are of one type; or a preset's method and an
     * application's own, for the same job or on the way to {@code super}, whichever of them is inside.
     */
    private static boolean isSameCall(
            JobRun outer, JobContext context, JobStats stats, Object id, int method, Object receiver) {
        boolean onePreset = WovenMethods.isPreset(outer.method()) != WovenMethods.isPreset(method);
        if (receiver != null
                && outer.receiver() == receiver
                && outer.owner() == context
                && (onePreset || outer.stats() == stats)
                && WovenMethods.override(outer.method(), method)) {
            return true;
        }
        return onePreset && id != null && JobRun.sameId(outer.id(), id);
    }

    /** The run goes on after the method that started it has returned. */
    public void keepOpen(JobRun run) {
        abandon(openRuns.add(run, clock.nanoTime()));
    }

    /** The run is no longer the context of the calling thread, though it goes on. */
    public void leave(JobRun run) {
        JobContext.get().unbind(run);
    }

    /**
     * The call that encloses the run is over, and so are the calls that it enclosed: a run of theirs whose exit a full
     * stack has swallowed is given up.
     */
    public void returned(JobRun run) {
        run.callEnded();
        JobContext context = run.owner();
        for (JobRun lost = context.lostInside(run); lost != null; lost = context.lostInside(run)) {
            if (lost.end()) {
                lost.stats().abandoned();
            }
            context.unbind(lost);
        }
    }

    /**
     * Ends a run, unless somebody has before.
     *
     * @param error a {@code Throwable} or a text, or {@code null}
     * @param more fields that only the end knows
     */
    public void end(JobRun run, Outcome outcome, Object error, Fields more) {
        if (!run.end()) {
            return;
        }
        long now = clock.nanoTime();
        long duration = now - run.startNanos();
        JobContext context = JobContext.get();
        context.unbind(run);
        if (run.isOpen()) {
            openRuns.remove(run);
        }
        if (outcome.isSkipped()) {
            run.stats().skipped();
            passFailedScanOn(run);
        } else {
            run.stats().processed(context.hint(), duration, run.attempt(), outcome == Outcome.FAILED, now, run.id());
        }
        context.endedHere(run);
        listener.ended(run, outcome, duration, error, more);
    }

    /**
     * The application says that a job has been processed: this ends its run, wherever it goes on, and counts one where there is
     * none, unless one has just ended on this thread. The listener does not hear of it: the application itself has the word.
     *
     * @param type may be {@code null}
     * @param durationNanos negative when nobody knows; then the run's own, or 0
     * @param attempt 0 when nobody knows; then the run's own, or 1
     * @return the run that was ended by it, or {@code null}
     */
    public JobRun told(String type, Object id, boolean failed, long durationNanos, int attempt) {
        JobContext context = JobContext.get();
        JobRun run = inFlight(type, id);
        if (run != null) {
            return endTold(run, context, failed, durationNanos, attempt) ? run : null;
        }
        if (id == null || !context.takeEnded(type, id)) {
            JobStats stats = registry.job(type);
            if (attempt > 1) {
                stats.retried();
            }
            stats.processed(
                    context.hint(), Math.max(0, durationNanos), Math.max(1, attempt), failed, clock.nanoTime(), id);
        }
        return null;
    }

    private boolean endTold(JobRun run, JobContext context, boolean failed, long durationNanos, int attempt) {
        if (!run.end()) {
            return false;
        }
        if (attempt > 1 && run.attempt() <= 1) {
            run.stats().retried();
        }
        if (attempt > 0) {
            run.attempt(attempt);
        }
        long now = clock.nanoTime();
        context.unbind(run);
        if (run.isOpen()) {
            openRuns.remove(run);
        }
        long duration = durationNanos < 0 ? now - run.startNanos() : durationNanos;
        run.stats().processed(context.hint(), duration, run.attempt(), failed, now, run.id());
        return true;
    }

    /** As {@link #find}, for somebody who can do without a run: nothing is counted. */
    public JobRun inFlight(String type, Object id) {
        JobRun run = findHere(type, id);
        if (run == null && id != null) {
            run = openRuns.find(type, id);
        }
        return run != null || id == null ? run : findElsewhere(type, id);
    }

    /**
     * The run that an end is meant for: of the calling thread, or else of any other, with this id; without an id, the
     * innermost of the calling thread. Types are compatible when they are equal or one of them is {@code null}.
     *
     * @return {@code null}, and the end is counted, when there is none
     */
    public JobRun find(String type, Object id) {
        JobRun run = inFlight(type, id);
        if (run == null) {
            unmatchedEnds.increment();
        }
        return run;
    }

    /** The run in flight of exactly this job, or {@code null}. */
    public JobRun run(String type, Object id) {
        JobRun run = openRuns.find(type, id);
        return run == null ? findElsewhere(type, id) : run;
    }

    /** Makes the run the context of the calling thread; returns the one before it, for {@link #leave(JobRun, JobRun)}. */
    public JobRun visit(JobRun run) {
        JobContext context = JobContext.get();
        JobRun before = context.current();
        context.bind(run);
        return before;
    }

    /** Undoes {@link #visit}, unless another run has started inside the visit. */
    public void leave(JobRun run, JobRun before) {
        JobContext.get().replace(run, before);
    }

    /** A job is about to be queued; from now on it waits. */
    public void creating(String type, Object id) {
        if (id != null) {
            createdJobs.add(type, id, clock.nanoTime());
        }
    }

    /**
     * The application says that a job was created: it is counted and waits, unless a woven method says so too. The listener
     * does not hear of it.
     */
    public void toldCreated(String type, Object id) {
        if (id != null && (createdJobs.has(type, id) || run(type, id) != null)) {
            return;
        }
        creating(type, id);
        registry.job(type).created();
    }

    /** The job was queued. */
    public void created(JobStats stats, Object id, Object userId, Fields fields) {
        stats.created();
        listener.created(stats.type(), id, userId, fields);
    }

    /** The job could not be queued. */
    public void notCreated(String type, Object id) {
        if (id != null) {
            createdJobs.remove(type, id);
        }
    }

    @Override
    public void note(long nowNanos) {
        abandon(openRuns.tooOld(nowNanos));
        for (JobRun run : openRuns.all()) {
            if (!run.hasEnded()) {
                run.stats().noteActive(nowNanos - run.startNanos());
            }
        }
        for (JobContext context : JobContext.all()) {
            for (JobRun run : context.ownRuns()) {
                if (!run.isOpen()) {
                    run.stats().noteActive(nowNanos - run.startNanos());
                }
            }
        }
    }

    /** The runs that are going on, in no order. For readers: it looks at every thread that has worked on a job. */
    public Collection<JobRun> active() {
        Set<JobRun> active = new LinkedHashSet<JobRun>();
        for (JobRun run : openRuns.all()) {
            if (!run.hasEnded()) {
                active.add(run);
            }
        }
        for (JobContext context : JobContext.all()) {
            active.addAll(context.ownRuns());
        }
        return active;
    }

    /** The threads that work on a run now, that which started it first; none when the run waits for its end. */
    public List<Thread> threadsOf(JobRun run) {
        List<Thread> threads = new ArrayList<Thread>(1);
        for (JobContext context : JobContext.all()) {
            Thread thread = context.worksOn(run) ? context.thread() : null;
            if (thread != null) {
                threads.add(context == run.owner() ? 0 : threads.size(), thread);
            }
        }
        return threads;
    }

    private JobRun findHere(String type, Object id) {
        JobContext context = JobContext.get();
        JobRun nameless = null;
        for (JobRun run = context.current(); run != null; run = context.outerOf(run)) {
            // A run that a call of another thread encloses is not to be ended by whoever happens to work for it.
            boolean mayEnd = run.owner() == context || run.isOpen();
            if (id == null ? mayEnd && run.isOfType(type) : run.is(type, id)) {
                return run;
            }
            if (nameless == null && mayEnd && run.id() == null && run.isOfType(type)) {
                nameless = run;
            }
        }
        return nameless;
    }

    private static JobRun findElsewhere(String type, Object id) {
        for (JobContext context : JobContext.all()) {
            for (JobRun run : context.ownRuns()) {
                if (run.is(type, id)) {
                    return run;
                }
            }
        }
        return null;
    }

    /** A scan that skipped a run and goes on to the run around it skips that one too. */
    private static void passFailedScanOn(JobRun run) {
        JobRun outer = run.outer();
        if (outer != null && run.failedScan() != null) {
            outer.scanFailed(run.failedScan());
        }
    }

    private static void abandon(Collection<JobRun> runs) {
        for (JobRun run : runs) {
            if (run.end()) {
                run.stats().abandoned();
            }
        }
    }
}
