package io.joblens.agent.push;

import io.joblens.bootstrap.metrics.Registry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Waits for the jobs that end in the application's own shutdown hooks. All hooks run at once, and the JDK tells nobody which threads
 * they are; so it is judged by what can be seen of threads:
 *
 * <ul>
 *   <li>Nothing is left to wait for once the only thread that is no daemon is the one that ends the JVM.
 *   <li>When {@code main} has returned, all the others are hooks, and are waited for.
 *   <li>When the exit was asked for, by a call or a signal, they may also be threads that never end. Then the wait is over when no
 *       run has been going on for a moment.
 * </ul>
 */
final class LastJobs {
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(32);

    private static final String ENDING = "java.lang.Shutdown";
    private static final String HOOKS = "java.lang.ApplicationShutdownHooks";
    /** How {@code System.exit} and signals enter; the JVM itself enters by another method. */
    private static final String ASKED_FOR = "exit";
    /** The JVM's own, which waits for main to return or for somebody to call exit. */
    private static final String MAIN_RETURNED = "DestroyJavaVM";

    private final Thread ours;
    private boolean othersLive;
    private boolean allHooksRun;
    private boolean wasAskedFor;

    private LastJobs(Thread ours) {
        this.ours = ours;
    }

    /** @param ours the hook in which somebody waits for this */
    static void await(Supplier<Registry> registry, Thread ours, Deadline patience) {
        LastJobs jobs = new LastJobs(ours);
        long quietSince = System.nanoTime();
        for (long pause = FIRST_PAUSE; !patience.isOver(); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            jobs.look(Thread.getAllStackTraces());
            long now = System.nanoTime();
            Registry measured = registry.get();
            if (measured != null && measured.active() > 0) {
                quietSince = now;
            }
            boolean isQuiet = jobs.wasAskedFor && now - quietSince >= QUIET_NANOS;
            if (jobs.allHooksRun && (!jobs.othersLive || isQuiet)) {
                return;
            }
            Pause.ofNanos(pause);
        }
    }

    private void look(Map<Thread, StackTraceElement[]> threads) {
        othersLive = false;
        for (Map.Entry<Thread, StackTraceElement[]> thread : threads.entrySet()) {
            Thread other = thread.getKey();
            if (!lookAtEnding(thread.getValue())
                    && !other.isDaemon()
                    && other != ours
                    && !other.getName().equals(MAIN_RETURNED)) {
                othersLive = true;
            }
        }
    }

    /** Whether this is a thread that ends the JVM; the first of them runs the hooks, and when all run it waits for each. */
    private boolean lookAtEnding(StackTraceElement[] stack) {
        boolean joins = false;
        boolean ends = false;
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals(Thread.class.getName())) {
                joins |= frame.getMethodName().equals("join");
            } else if (frame.getClassName().equals(HOOKS)) {
                allHooksRun |= joins;
            } else if (frame.getClassName().equals(ENDING)) {
                ends = true;
                wasAskedFor |= frame.getMethodName().equals(ASKED_FOR);
            }
        }
        return ends;
    }
}
