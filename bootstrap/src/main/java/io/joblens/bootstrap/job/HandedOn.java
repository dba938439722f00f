package io.joblens.bootstrap.job;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which run handed a task on, beside the task: what the application submitted stays the very object it was. Tasks are known by
 * identity and held weakly, for many never run. Thread-safe.
 *
 * <p>The same object may wait several times, for several jobs. Its executions cannot be told apart, so each takes one of the
 * runs that handed it on to this executor, whichever.
 */
final class HandedOn {
    /** The run of each task, or {@link Several}. */
    private final ConcurrentMap<Object, Object> runs = new ConcurrentHashMap<Object, Object>();

    private final ReferenceQueue<Object> gone = new ReferenceQueue<Object>();

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The task will run once, wherever; what was said of it before is no longer true. */
    void set(Object task, JobRun run) {
        dropGone();
        runs.put(new Key(null, task, gone), run);
    }

    /** The task will run here once more. */
    void add(Object executor, Object task, JobRun run) {
        dropGone();
        Key key = new Key(executor, task, gone);
        Object waiting = runs.putIfAbsent(key, run);
        while (waiting != null) {
            if (runs.replace(key, waiting, Several.with(run, waiting))) {
                return;
            }
            waiting = runs.putIfAbsent(key, run);
        }
    }

    /** The run that handed the task on, which may have ended since; {@code null} without one. */
    JobRun get(Object executor, Object task) {
        return first(runs.get(new Lookup(executor, task)));
    }

    /** As {@link #get}, for the one execution of the task. */
    JobRun take(Object executor, Object task) {
        Lookup lookup = new Lookup(executor, task);
        Object waiting = runs.get(lookup);
        while (waiting != null) {
            Object rest = waiting instanceof Several ? ((Several) waiting).rest() : null;
            boolean taken = rest == null ? runs.remove(lookup, waiting) : runs.replace(lookup, waiting, rest);
            if (taken) {
                return first(waiting);
            }
            waiting = runs.get(lookup);
        }
        return null;
    }

    int size() {
        dropGone();
        return runs.size();
    }

    private static JobRun first(Object waiting) {
        return waiting instanceof Several ? ((Several) waiting).run : (JobRun) waiting;
    }

    private void dropGone() {
        for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
            runs.remove(key);
        }
    }

    private static int hash(int executor, Object task) {
        return 31 * executor + System.identityHashCode(task);
    }

    /** The executor is known by a number, so that no task keeps one from being collected. */
    private static final class Key extends WeakReference<Object> {
        private final int executor;
        private final int hash;

        Key(Object executor, Object task, ReferenceQueue<Object> queue) {
            super(task, queue);
            this.executor = System.identityHashCode(executor);
            this.hash = hash(this.executor, task);
        }

        boolean is(int executor, Object task) {
            return this.executor == executor && get() == task;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object task = get();
            return task != null && other instanceof Key && ((Key) other).is(executor, task);
        }
    }

    /** What is asked for: cheaper than a weak reference. */
    private static final class Lookup {
        private final int executor;
        private final Object task;

        Lookup(Object executor, Object task) {
            this.executor = System.identityHashCode(executor);
            this.task = task;
        }

        @Override
        public int hashCode() {
            return hash(executor, task);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).is(executor, task);
        }
    }

    /** The runs for which one task waits more than once, the latest first. Immutable. */
    private static final class Several {
        private final JobRun run;
        private final int times;
        private final Object others;

        private Several(JobRun run, int times, Object others) {
            this.run = run;
            this.times = times;
            this.others = others;
        }

        static Several with(JobRun run, Object waiting) {
            if (waiting == run) {
                return new Several(run, 2, null);
            }
            if (waiting instanceof Several && ((Several) waiting).run == run) {
                Several several = (Several) waiting;
                return new Several(run, several.times + 1, several.others);
            }
            return new Several(run, 1, waiting);
        }

        Object rest() {
            return times == 1 ? others : new Several(run, times - 1, others);
        }
    }
}
