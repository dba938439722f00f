package io.joblens.bootstrap.job;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which run a thread works on: one it started itself, or one that it inherited, because it was started inside of it or does a
 * task of it. An inherited run is context, but not the thread's own. Only its own thread changes a context; a reader of
 * metrics may look at it from another one.
 *
 * <p>Runs that a method call encloses are known from here alone: to start and end one touches nothing that threads
 * share. Contexts are held by their threads, and weakly by the list that readers go through.
 */
public final class JobContext {
    private static final ThreadLocal<JobContext> OF_THREAD = new ThreadLocal<JobContext>();
    private static final Set<Ref> ALL = Collections.newSetFromMap(new ConcurrentHashMap<Ref, Boolean>());
    private static final ReferenceQueue<JobContext> DEAD = new ReferenceQueue<JobContext>();
    /** Of the threads that are no more; guarded by itself, as is the departure of their contexts from the list. */
    private static final Counts PAST = new Counts();

    private static final AtomicInteger HINTS = new AtomicInteger();
    /** Stands for "no context" at threads that have asked once, and is never bound. */
    private static final JobContext NONE = new JobContext();

    /** The runs in which threads were started that have not asked for their context yet. */
    private static final HandedOn STARTED = new HandedOn();

    private static volatile boolean anyStarted;

    private final int hint = HINTS.getAndIncrement();
    private final Counts counts = new Counts();
    private final AtomicReference<JobRun> current = new AtomicReference<JobRun>();

    /** The outermost scan of the thread, by the number of its method and what that was called on. */
    private int scan = WovenMethods.NONE;

    private Object scanReceiver;
    /** The run that ended last on this thread, until somebody has spoken of its end. */
    private JobRun endedLast;

    /** Whether other threads find this context. Registration costs more than a short thread does, so it comes with the first thing to be found. */
    private boolean listed;
    /** One, however often a full stack breaks off its listing. */
    private Ref ref;
    /** Weakly: a run that outlives its thread must not keep it. {@code null} until the context is listed. */
    private WeakReference<Thread> thread;
    /** The innermost, or {@code null}. Volatile for readers in other threads. */
    private volatile Adoption adoption;

    private JobContext() {}

    /** The context of the calling thread, made when it has none. */
    public static JobContext get() {
        JobContext context = OF_THREAD.get();
        return context != null && context != NONE ? context : make();
    }

    /** The run the calling thread works on, or {@code null}. */
    public static JobRun currentRun() {
        JobContext context = OF_THREAD.get();
        if (context != null) {
            return context.current();
        }
        return anyStarted ? inherited() : null;
    }

    /** A thread is started that is to inherit a run, when it asks for its context first. */
    static void started(Thread thread, JobRun run) {
        STARTED.set(thread, run);
        anyStarted = true;
    }

    /** The calling thread does the work of others: what it was started in is not its context. */
    static void inheritNothing() {
        if (anyStarted && OF_THREAD.get() == null && STARTED.take(null, Thread.currentThread()) != null) {
            OF_THREAD.set(NONE);
        }
    }

    /** Begins work on a task of this run, or, with {@code null}, of no run. */
    void adopt(Object task, JobRun run) {
        Adoption begun = new Adoption(task, run, current(), adoption);
        // A full stack may keep the first from being done, but then not the second alone, which needs no call.
        current.lazySet(run);
        adoption = begun;
    }

    /** Ends the innermost work on this task and all that was begun inside of it; nothing happens when there is none. */
    static void finish(Object task) {
        JobContext context = OF_THREAD.get();
        if (context == null || context.adoption == null) {
            return;
        }
        for (Adoption at = context.adoption; at != null; at = at.around) {
            if (at.task == task) {
                context.finishUntil(at.around);
                return;
            }
        }
    }

    /** Ends the work on all tasks. */
    static void finishAll() {
        JobContext context = OF_THREAD.get();
        if (context != null && context.adoption != null) {
            context.finishUntil(null);
        }
    }

    private void finishUntil(Adoption outside) {
        while (adoption != outside) {
            restore(adoption);
            adoption = adoption.around;
        }
    }

    /** A run that was started during the work and goes on stays the context, now in front of what was there before. */
    private void restore(Adoption done) {
        JobRun outermost = null;
        for (JobRun run = current(); run != null && isStartedDuring(done, run); run = run.outer()) {
            outermost = run;
        }
        if (outermost == null) {
            current.lazySet(done.before);
        } else {
            outermost.outer(done.before);
        }
    }

    /** The work may be of a run of this very thread: what was around it, or around the thread's own, was not started by it. */
    private boolean isStartedDuring(Adoption work, JobRun run) {
        return run.owner() == this && !isIn(work.run, run) && !isIn(work.before, run);
    }

    /** Whether a run is this one or, in this thread, around it. */
    private boolean isIn(JobRun inner, JobRun run) {
        for (JobRun at = inner; at != null; at = at.owner() == this ? at.outer() : null) {
            if (at == run) {
                return true;
            }
        }
        return false;
    }

    /** A number that differs from thread to thread, to spread threads over stripes. */
    public int hint() {
        return hint;
    }

    /**
     * Whether the calling thread, whose context this is, is in another scan than this one. When it is in this very one, then
     * either the scan calls itself, or a full stack has swallowed its exit.
     */
    public boolean isInOtherScan(int method, Object receiver) {
        return scan != WovenMethods.NONE && (scan != method || scanReceiver != receiver);
    }

    /** The calling thread enters its outermost scan. */
    public void enterScan(int method, Object receiver) {
        scan = method;
        scanReceiver = receiver;
    }

    /** The calling thread leaves its outermost scan. */
    public void leaveScan() {
        scan = WovenMethods.NONE;
        scanReceiver = null;
    }

    /**
     * Whether a scan is the outermost one, passed on: to {@code super}, or by an application's own method to that of a preset,
     * or the reverse.
     */
    public boolean isSameScan(int method, Object receiver) {
        return WovenMethods.isPreset(scan)
                || WovenMethods.isPreset(method)
                || receiver != null && receiver == scanReceiver && WovenMethods.override(scan, method);
    }

    /** Counts one more of something that has this number; only for the thread whose context this is. */
    public void count(int number) {
        list();
        counts.increment(number);
    }

    /** How many of something all threads have counted, those that are no more included. */
    public static long counted(int number) {
        synchronized (PAST) {
            dropDead();
            long sum = PAST.get(number);
            for (Ref ref : ALL) {
                sum += ref.counts.get(number);
            }
            return sum;
        }
    }

    /**
     * The innermost run that has not ended, or {@code null}; only for the thread whose context this is. Bindings to runs that
     * ended elsewhere are dropped.
     */
    public JobRun current() {
        JobRun bound = current.get();
        if (bound == null || !bound.hasEnded()) {
            return bound;
        }
        JobRun live = outerOf(bound);
        current.lazySet(live);
        return live;
    }

    /** As {@link #current()}, for other threads: nothing is changed. */
    JobRun seen() {
        JobRun bound = current.get();
        return bound == null || !bound.hasEnded() ? bound : outerOf(bound);
    }

    /** Whether a run that has not ended is bound here, innermost or around that, as another thread sees it. */
    boolean worksOn(JobRun run) {
        for (JobRun at = seen(); at != null; at = outerOf(at)) {
            if (at == run) {
                return true;
            }
        }
        return false;
    }

    /** The thread whose context this is, one of {@link #all()}, or {@code null} when it is no more. */
    Thread thread() {
        return thread.get();
    }

    /** The run outside of this one, in this thread, that has not ended, or {@code null}. */
    JobRun outerOf(JobRun run) {
        JobRun outer = run;
        do {
            outer = outer.owner() == this ? outer.outer() : null;
        } while (outer != null && outer.hasEnded());
        return outer;
    }

    void endedHere(JobRun run) {
        // The exception of a scan is the application's, and threads outlive applications.
        endedLast = run.failedScan() == null ? run : null;
    }

    /** Whether the run that ended last on this thread is this job's, and nobody has spoken of its end yet. */
    boolean takeEnded(String type, Object id) {
        JobRun last = endedLast;
        if (last == null || !last.is(type, id)) {
            return false;
        }
        endedLast = null;
        return true;
    }

    void bind(JobRun run) {
        current.lazySet(run);
    }

    /** From now on readers in other threads find this context. */
    void list() {
        if (!listed) {
            thread = new WeakReference<Thread>(Thread.currentThread());
            dropDead();
            if (ref == null) {
                ref = new Ref(this);
            }
            ALL.add(ref);
            listed = true;
        }
    }

    /** The runs of this thread that have not ended, also those behind the work on a task, as another thread sees them. */
    Collection<JobRun> ownRuns() {
        JobRun innermost = seen();
        Adoption work = adoption;
        if (innermost == null && work == null) {
            return Collections.emptyList();
        }
        // A set, because there may be as many as a stack has room for.
        Set<JobRun> own = new HashSet<JobRun>();
        collect(innermost, own);
        for (Adoption at = work; at != null; at = at.around) {
            collect(at.before, own);
        }
        return own;
    }

    private void collect(JobRun innermost, Set<JobRun> own) {
        for (JobRun run = innermost; run != null; run = outerOf(run)) {
            // Around one that is known, all are.
            if (run.owner() == this && !run.hasEnded() && !own.add(run)) {
                return;
            }
        }
    }

    /** Ends the binding to this run, when it is the present one. */
    void unbind(JobRun run) {
        if (current.get() == run) {
            current.lazySet(outerOf(run));
        }
    }

    /**
     * The innermost run, when it is of a call that the call of {@code run} enclosed and did not end with it; else
     * {@code null}.
     */
    JobRun lostInside(JobRun run) {
        JobRun innermost = current();
        if (innermost == run || innermost == null || innermost.isOpen()) {
            return null;
        }
        for (JobRun at = outerOf(innermost); at != null; at = outerOf(at)) {
            if (at == run) {
                return innermost;
            }
        }
        return null;
    }

    /** Binds another run, or none, in place of this one, when it is the present one or has been dropped since. */
    void replace(JobRun run, JobRun other) {
        JobRun bound = current();
        if (bound == run || bound == null) {
            current.lazySet(other);
        }
    }

    /** The contexts of all threads that have had one and still live. */
    static List<JobContext> all() {
        dropDead();
        List<JobContext> live = new ArrayList<JobContext>();
        for (Ref ref : ALL) {
            JobContext context = ref.get();
            if (context != null) {
                live.add(context);
            }
        }
        return live;
    }

    private static JobContext make() {
        JobContext context = new JobContext();
        JobRun inherited = anyStarted ? STARTED.take(null, Thread.currentThread()) : null;
        if (inherited != null && !inherited.hasEnded()) {
            context.bind(inherited);
        }
        OF_THREAD.set(context);
        return context;
    }

    private static JobRun inherited() {
        if (STARTED.get(null, Thread.currentThread()) != null) {
            return make().current();
        }
        OF_THREAD.set(NONE);
        return null;
    }

    private static void dropDead() {
        for (Reference<? extends JobContext> ref = DEAD.poll(); ref != null; ref = DEAD.poll()) {
            synchronized (PAST) {
                if (ALL.remove(ref)) {
                    PAST.add(((Ref) ref).counts);
                }
            }
        }
    }

    private static final class Ref extends WeakReference<JobContext> {
        /** They outlive their thread until they are added to the past. */
        private final Counts counts;

        Ref(JobContext context) {
            super(context, DEAD);
            this.counts = context.counts;
        }
    }
}
