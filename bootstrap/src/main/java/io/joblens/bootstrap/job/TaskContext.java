package io.joblens.bootstrap.job;

import io.joblens.bootstrap.report.Reports;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The door by which the woven executors of the JDK enter, so that context follows the work. Outside of any job, to hand on a
 * task costs one look at the thread, and to run one a look at whether any task waits. Thread-safe; nothing is thrown from here.
 */
public final class TaskContext {
    private static final HandedOn TASKS = new HandedOn();
    private static final String OF_VIRTUAL_THREADS = "java.lang.VirtualThread";

    private TaskContext() {}

    /** A task is about to be given to a thread pool. */
    public static void executed(Object pool, Object task) {
        if (!hasContextOfItsOwn(task)) {
            add(pool, task);
        }
    }

    /** A thread pool refused a task by an exception. */
    public static void refused(Object pool, Object task) {
        if (!TASKS.isEmpty()) {
            dropOwn(pool, task);
        }
    }

    /** A thread pool is about to ask its handler of rejected tasks. The JDK's own do not queue this very submission. */
    public static void rejected(Object pool, Object task) {
        if (TASKS.isEmpty()) {
            return;
        }
        try {
            RejectedExecutionHandler handler = ((ThreadPoolExecutor) pool).getRejectedExecutionHandler();
            if (handler instanceof ThreadPoolExecutor.CallerRunsPolicy
                    || handler instanceof ThreadPoolExecutor.DiscardPolicy
                    || handler instanceof ThreadPoolExecutor.DiscardOldestPolicy) {
                dropOwn(pool, task);
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** A thread pool took a task out of its queue, unless it did not find it there. */
    public static void removed(boolean found, Object pool, Object task) {
        if (found && !TASKS.isEmpty()) {
            drop(pool, task);
        }
    }

    /** A task is about to be given to a scheduled thread pool. What runs again and again is no part of a job. */
    public static void scheduled(Object pool, Object task) {
        if (!((RunnableScheduledFuture<?>) task).isPeriodic()) {
            add(pool, task);
        }
    }

    /** The calling thread begins to work for a thread pool. */
    public static void pooled() {
        try {
            JobContext.inheritNothing();
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** The calling thread of a pool has a task and begins with it. */
    public static void begun(Object task, Object pool) {
        if (!TASKS.isEmpty()) {
            adopt(pool, task, true);
        }
    }

    /** The calling thread of a pool is through with its task. */
    public static void idle() {
        try {
            JobContext.finishAll();
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** Something is given to a fork/join pool, which runs it as it is when it is a task of its kind. */
    public static void forked(Object task) {
        if (task instanceof ForkJoinTask && !hasContextOfItsOwn(task)) {
            made(task);
        }
    }

    /** A task was made, or made to run, that is run once, in the context of the calling thread. */
    public static void made(Object task) {
        try {
            JobRun run = JobContext.currentRun();
            if (run != null) {
                TASKS.set(task, run);
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** A fork/join task was made of something else. Virtual threads have a context of their own, whatever carries them. */
    public static void adapted(Object task, Object of) {
        if (of != null && !of.getClass().getName().startsWith(OF_VIRTUAL_THREADS)) {
            made(task);
        }
    }

    /** A task of a fork/join pool was made that runs after a delay, and, unless the period is 0, again and again. */
    public static void delayed(Object task, long period) {
        if (period == 0) {
            made(task);
        }
    }

    /** The calling thread begins with a task that is run once. */
    public static void begin(Object task) {
        if (!TASKS.isEmpty()) {
            adopt(null, task, true);
        }
    }

    /** The calling thread is through with the task. */
    public static void end(Object task) {
        try {
            JobContext.finish(task);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** The calling thread looks whether it can do a dependent action of a completion stage. */
    public static void firing(Object action) {
        if (!TASKS.isEmpty()) {
            adopt(null, action, false);
        }
    }

    /** The calling thread did the action, or, when that is live, not yet. */
    public static void fired(boolean live, Object action) {
        end(action);
        if (!live && !TASKS.isEmpty()) {
            drop(null, action);
        }
    }

    /**
     * A thread is about to start. It inherits, unless its class is one of the JDK's, as of those that clean, schedule or select;
     * these belong to nobody, whoever needs them first.
     */
    public static void starting(Object thread) {
        try {
            JobRun run = JobContext.currentRun();
            if (run != null && inherits((Thread) thread)) {
                JobContext.started((Thread) thread, run);
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    private static boolean inherits(Thread thread) {
        if (thread.getState() != Thread.State.NEW || thread instanceof ForkJoinWorkerThread) {
            return false;
        }
        Class<?> type = thread.getClass();
        return type == Thread.class
                || type.getClassLoader() != null
                || type.getName().startsWith("java.lang.");
    }

    /** How many tasks wait, for tests. */
    static int waiting() {
        return TASKS.size();
    }

    /** The parts of completion stages note their context when they are made. */
    private static boolean hasContextOfItsOwn(Object task) {
        return task instanceof CompletableFuture.AsynchronousCompletionTask;
    }

    private static void add(Object pool, Object task) {
        try {
            JobRun run = JobContext.currentRun();
            if (run != null && task != null) {
                TASKS.add(pool, task, run);
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** Takes back what the calling thread has just handed on, if it is in a job. */
    private static void dropOwn(Object pool, Object task) {
        try {
            if (JobContext.currentRun() != null) {
                TASKS.take(pool, task);
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    private static void drop(Object pool, Object task) {
        try {
            TASKS.take(pool, task);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    private static void adopt(Object pool, Object task, boolean once) {
        try {
            JobRun run = once ? TASKS.take(pool, task) : TASKS.get(pool, task);
            if (run == null) {
                return;
            }
            JobRun live = run.hasEnded() ? null : run;
            if (live != JobContext.currentRun()) {
                JobContext.get().adopt(task, live);
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }
}
