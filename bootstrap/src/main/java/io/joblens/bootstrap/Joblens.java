package io.joblens.bootstrap;

import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.metrics.Instances;
import io.joblens.bootstrap.probe.JobProbe;
import io.joblens.bootstrap.probe.Replaceable;
import io.joblens.bootstrap.probe.ScanProbe;
import io.joblens.bootstrap.probe.TimedProbe;
import io.joblens.bootstrap.report.Reports;
import java.util.Arrays;

/**
 * The one door by which woven code enters. Probes are known to it by number, because a number is the only constant that
 * every class file version can hold. Thread-safe; nothing is thrown from here.
 */
public final class Joblens {
    private static boolean claimed;

    private static volatile JobProbe[] jobProbes = {};
    private static volatile TimedProbe[] timedProbes = {};
    private static volatile Instances[] instances = {};

    private static volatile Reconfiguration reconfiguration = Reconfiguration.NONE;

    private Joblens() {}

    /** Whether the caller is the first agent in this JVM: the one that installs itself. */
    public static synchronized boolean claim() {
        boolean first = !claimed;
        claimed = true;
        return first;
    }

    /** From now on, this is told of agents that are attached to a JVM which has one. */
    public static void reconfiguration(Reconfiguration resident) {
        reconfiguration = resident;
    }

    /** Tells the agent that is here of another one's arguments; returns whether it takes them. */
    public static boolean reconfigure(String arguments) {
        return reconfiguration.requested(arguments);
    }

    /** Makes a probe known; returns its number. */
    public static synchronized int add(JobProbe probe) {
        JobProbe[] more = Arrays.copyOf(jobProbes, jobProbes.length + 1);
        more[more.length - 1] = probe;
        jobProbes = more;
        return more.length - 1;
    }

    /** Makes a probe known; returns its number. */
    public static synchronized int add(TimedProbe probe) {
        TimedProbe[] more = Arrays.copyOf(timedProbes, timedProbes.length + 1);
        more[more.length - 1] = probe;
        timedProbes = more;
        return more.length - 1;
    }

    /** Makes a set of instances known; returns its number. */
    public static synchronized int add(Instances set) {
        Instances[] more = Arrays.copyOf(instances, instances.length + 1);
        more[more.length - 1] = set;
        instances = more;
        return more.length - 1;
    }

    /** Gives the number of a probe that no class is woven with any more to another one of the same class. */
    public static synchronized void replace(int number, JobProbe probe) {
        JobProbe[] all = jobProbes.clone();
        all[number] = probe;
        jobProbes = all;
    }

    /** Gives the number of a probe that no class is woven with any more to another one of the same class. */
    public static synchronized void replace(int number, TimedProbe probe) {
        TimedProbe[] all = timedProbes.clone();
        all[number] = probe;
        timedProbes = all;
    }

    /** Gives the number of a set that no class is woven with any more to another one. */
    public static synchronized void replace(int number, Instances set) {
        Instances[] all = instances.clone();
        all[number] = set;
        instances = all;
    }

    /** A woven job method is entered; the result goes to {@link #exit}. */
    public static Object enter(int probe, Object receiver, Object a, Object b, Object c, Object[] many) {
        try {
            return jobProbes[probe].enter(receiver, a, b, c, many);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            if (!(thrown instanceof VirtualMachineError)) {
                ofJob(probe);
            }
            return null;
        }
    }

    /** A woven job method is left. */
    public static void exit(
            int probe, Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        if (token == null) {
            return;
        }
        try {
            jobProbes[probe].exit(token, returned, thrown, a, b, c, many);
        } catch (Throwable caught) {
            if (token instanceof JobRun) {
                ((JobRun) token).state |= JobRun.ENDED;
            }
            Reports.caught(caught);
            if (!(caught instanceof VirtualMachineError)) {
                ofJob(probe);
            }
        }
    }

    /** As {@link #exit}, where another object may be returned in place of the result: that is what this returns. */
    public static Object exitWith(
            int probe, Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        Replaceable replaceable = new Replaceable(returned);
        exit(probe, token, replaceable, thrown, a, b, c, many);
        return replaceable.value();
    }

    /** A woven timed method is entered; the result goes to {@link #timed}. */
    public static long time() {
        return TimedProbe.enter();
    }

    /** A woven scan is entered; the result goes to {@link #timed}. */
    public static long scan(int probe, Object receiver) {
        try {
            return ((ScanProbe) timedProbes[probe]).enter(receiver);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return 0;
        }
    }

    /** A woven timed method is left. */
    public static void timed(
            int probe,
            long startNanos,
            Object returned,
            Throwable thrown,
            Object a,
            Object b,
            Object c,
            Object[] many) {
        if (startNanos == 0) {
            return;
        }
        try {
            timedProbes[probe].exit(startNanos, returned, thrown, a, b, c, many);
        } catch (Throwable caught) {
            Reports.caught(caught);
            if (!(caught instanceof VirtualMachineError)) {
                ofTimed(probe);
            }
        }
    }

    /** As {@link #timed}, where another object may be returned in place of the result: that is what this returns. */
    public static Object timedWith(
            int probe,
            long startNanos,
            Object returned,
            Throwable thrown,
            Object a,
            Object b,
            Object c,
            Object[] many) {
        Replaceable replaceable = new Replaceable(returned);
        timed(probe, startNanos, replaceable, thrown, a, b, c, many);
        return replaceable.value();
    }

    /** An object of a woven class was constructed. */
    public static void constructed(int set, Object instance) {
        try {
            instances[set].add(instance);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** Notes whose error it was; not of a full stack or heap, where no call may be made that need not be. */
    private static void ofJob(int probe) {
        if (probe >= 0 && probe < jobProbes.length) {
            jobProbes[probe].tally().failed();
        }
    }

    private static void ofTimed(int probe) {
        if (probe >= 0 && probe < timedProbes.length) {
            timedProbes[probe].tally().failed();
        }
    }
}
