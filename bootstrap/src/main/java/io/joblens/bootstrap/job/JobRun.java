package io.joblens.bootstrap.job;

import io.joblens.bootstrap.metrics.JobStats;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * One attempt at a job. It takes part in a thread's context until it ends, and whoever ends it first has ended it.
 * Thread-safe.
 *
 * <p>One is made for every run, so its size counts: 64 bytes with compressed pointers.
 */
public final class JobRun {
    private static final AtomicIntegerFieldUpdater<JobRun> STATE =
            AtomicIntegerFieldUpdater.newUpdater(JobRun.class, "state");

    /** The bit of {@link #state} that says that the run is over. */
    public static final int ENDED = 1;
    /** The run outlives a method call and stands in {@link OpenRuns}. */
    private static final int OPEN = 2;
    /** In front of those, the number of the method that started the run. */
    private static final int METHOD_SHIFT = 2;

    private final JobStats stats;
    private final Object id;
    private final Object userId;
    /** Changes only when the application says which attempt it was, and then by whoever ends the run. */
    private int attempt;
    /** Set once, before the run is bound and others can see it. */
    private long startNanos;

    private final Fields fields;
    private final JobContext owner;
    /** The run that was the owner's context before this one; followed only there. */
    private JobRun outer;

    /**
     * What the run is in. Whoever was thrown out of ending it adds {@link #ENDED} himself: on a full stack no call can be
     * made, but a field can be set, and a run that never ended would stay the context of its thread.
     */
    public volatile int state;
    /** What the method that started the run was called on, while that call lasts; looked at by the owner's thread alone. */
    private Object receiver;

    private Throwable failedScan;
    /** Volatile, because a thread that visits the run must not see a map that is half filled. */
    private volatile Map<String, String> logFields;

    JobRun(
            JobStats stats,
            Object id,
            Object userId,
            int attempt,
            Fields fields,
            JobContext owner,
            JobRun outer,
            int method,
            Object receiver) {
        this.stats = stats;
        this.id = id;
        this.userId = userId;
        this.attempt = attempt;
        this.fields = fields;
        this.owner = owner;
        this.outer = outer;
        this.state = method << METHOD_SHIFT;
        this.receiver = receiver;
    }

    /** The job's type, or {@code null}. */
    public String type() {
        return stats.type();
    }

    /** The job's id, or {@code null}: a {@code String} or a JDK number. */
    public Object id() {
        return id;
    }

    /** The user, or {@code null}: a {@code String} or a JDK number. */
    public Object userId() {
        return userId;
    }

    /** The number of the attempt; 1 when nobody said. */
    public int attempt() {
        return attempt;
    }

    /** When the run started, by {@link System#nanoTime()}. */
    public long startNanos() {
        return startNanos;
    }

    public Fields fields() {
        return fields;
    }

    public boolean hasEnded() {
        return (state & ENDED) != 0;
    }

    /** The fields of this run that join the application's log events. Not to be changed. */
    public Map<String, String> logFields() {
        Map<String, String> known = logFields;
        if (known == null) {
            // Two threads may both make it: the maps are equal.
            known = makeLogFields();
            logFields = known;
        }
        return known;
    }

    /** A scan inside this run could not be done, and this is why. */
    public void scanFailed(Throwable thrown) {
        failedScan = thrown;
    }

    /** Whether {@code thrown} is, or was caused by, what kept a scan of this run from being done. */
    public boolean isFailedScan(Throwable thrown) {
        Throwable scan = failedScan;
        if (scan == null) {
            return false;
        }
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 64; t = t.getCause(), depth++) {
            if (t == scan) {
                return true;
            }
        }
        return false;
    }

    void attempt(int told) {
        attempt = told;
    }

    void startedAt(long nanos) {
        startNanos = nanos;
    }

    JobStats stats() {
        return stats;
    }

    /** The context of the thread that started it. */
    public JobContext owner() {
        return owner;
    }

    JobRun outer() {
        return outer;
    }

    /** By the owner's thread alone: the run stays bound when the work that it was started in is over. */
    void outer(JobRun before) {
        outer = before;
    }

    boolean isOpen() {
        return (state & OPEN) != 0;
    }

    void open() {
        mark(OPEN);
    }

    /** The number of the method that started the run, among {@link WovenMethods}. */
    int method() {
        return state >>> METHOD_SHIFT;
    }

    /** {@code null} when the call that started the run is over, or was one of a static method. */
    Object receiver() {
        return receiver;
    }

    /** The call that started the run is over. */
    void callEnded() {
        receiver = null;
    }

    Throwable failedScan() {
        return failedScan;
    }

    /** Whether the caller is the one who ends the run. */
    boolean end() {
        if (!mark(ENDED)) {
            return false;
        }
        if (outer != null) {
            // A thread that starts runs for other threads to end always has one in flight: each would hold all before
            // it.
            outer = owner.outerOf(this);
        }
        return true;
    }

    /** Whether it is the caller who has set the mark. */
    private boolean mark(int mark) {
        int before;
        do {
            before = state;
            if ((before & mark) != 0) {
                return false;
            }
        } while (!STATE.compareAndSet(this, before, before | mark));
        return true;
    }

    boolean is(String type, Object id) {
        return isOfType(type) && sameId(this.id, id);
    }

    boolean isOfType(String type) {
        return type == null || stats.type() == null || stats.type().equals(type);
    }

    private Map<String, String> makeLogFields() {
        Map<String, String> made = new HashMap<String, String>();
        FieldPolicy policy = FieldPolicy.current();
        for (int i = 0; i < fields.size(); i++) {
            put(made, policy.shown(fields.name(i)), fields.value(i));
        }
        put(made, policy.shown("job_id"), id);
        put(made, policy.shown("job_type"), stats.type());
        put(made, policy.shown("user_id"), userId);
        put(made, policy.shown("attempts"), attempt);
        return made;
    }

    private static void put(Map<String, String> into, String name, Object value) {
        if (name != null && value != null) {
            into.put(name, value.toString());
        }
    }

    static boolean sameId(Object one, Object other) {
        if (one == null || other == null) {
            return false;
        }
        return one.equals(other) || one.toString().equals(other.toString());
    }
}
