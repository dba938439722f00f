package io.joblens.agent.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the JDK, from 8 on, hands tasks on, and where it runs them. A class or method that a version does not have is not
 * found there, and that is all.
 */
final class JdkTasks {
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String STAGE = CONCURRENT + "CompletableFuture$";

    private static final Map<String, List<DoorCall>> CALLS = calls();
    private static final List<DoorCall> OF_STAGE_PARTS =
            around("tryFire", "firing", new Value[] {Value.THIS}, "fired", Value.LIVE, Value.THIS);

    private JdkTasks() {}

    /** The calls to be written into a class; none for nearly all. */
    static List<DoorCall> of(String internalName) {
        List<DoorCall> calls = CALLS.get(internalName);
        if (calls != null) {
            return calls;
        }
        return internalName.startsWith(STAGE) ? OF_STAGE_PARTS : Collections.<DoorCall>emptyList();
    }

    private static Map<String, List<DoorCall>> calls() {
        Map<String, List<DoorCall>> calls = new HashMap<String, List<DoorCall>>();
        threadPools(calls);
        forkJoin(calls);
        completionStages(calls);
        threads(calls);
        return calls;
    }

    /** A pool's worker asks for a task, tells {@code beforeExecute}, runs it, tells {@code afterExecute}, and asks again. */
    private static void threadPools(Map<String, List<DoorCall>> calls) {
        calls.put(
                CONCURRENT + "ThreadPoolExecutor",
                Arrays.asList(
                        new DoorCall(Spot.ENTRY, "execute", null, "executed", Value.THIS, Value.FIRST),
                        new DoorCall(Spot.THROW, "execute", null, "refused", Value.THIS, Value.FIRST),
                        new DoorCall(Spot.ENTRY, "reject", null, "rejected", Value.THIS, Value.FIRST),
                        new DoorCall(Spot.RETURN, "remove", null, "removed", Value.RESULT, Value.THIS, Value.FIRST),
                        new DoorCall(Spot.ENTRY, "runWorker", null, "pooled"),
                        new DoorCall(Spot.CALL, "runWorker", "beforeExecute", "begun", Value.TOP, Value.THIS),
                        new DoorCall(Spot.ENTRY, "getTask", null, "idle"),
                        new DoorCall(Spot.ENTRY, "processWorkerExit", null, "idle")));
        calls.put(
                CONCURRENT + "ScheduledThreadPoolExecutor",
                Collections.singletonList(
                        new DoorCall(Spot.ENTRY, "delayedExecute", null, "scheduled", Value.THIS, Value.FIRST)));
    }

    private static void forkJoin(Map<String, List<DoorCall>> calls) {
        List<DoorCall> task = around("doExec", "begin", new Value[] {Value.THIS}, "end", Value.THIS);
        task.add(new DoorCall(Spot.ENTRY, "fork", null, "made", Value.THIS));
        calls.put(CONCURRENT + "ForkJoinTask", task);
        String given = "(Ljava/util/concurrent/ForkJoinTask;)";
        calls.put(
                CONCURRENT + "ForkJoinPool",
                Arrays.asList(
                        new DoorCall(Spot.ENTRY, "execute" + given, null, "forked", Value.FIRST),
                        new DoorCall(Spot.ENTRY, "execute(Ljava/lang/Runnable;)", null, "forked", Value.FIRST),
                        new DoorCall(Spot.ENTRY, "submit" + given, null, "forked", Value.FIRST),
                        new DoorCall(Spot.ENTRY, "submit(Ljava/lang/Runnable;)", null, "forked", Value.FIRST),
                        new DoorCall(Spot.ENTRY, "invoke" + given, null, "forked", Value.FIRST)));
        List<DoorCall> adapter = Collections.singletonList(
                new DoorCall(Spot.RETURN, "<init>", null, "adapted", Value.THIS, Value.FIRST));
        for (String name : new String[] {
            "ForkJoinTask$AdaptedRunnable",
            "ForkJoinTask$AdaptedRunnableAction",
            "ForkJoinTask$RunnableExecuteAction",
            "ForkJoinTask$AdaptedCallable",
            "ForkJoinTask$AdaptedInterruptibleCallable",
            "ForkJoinTask$AdaptedInterruptibleRunnable",
            "ForkJoinTask$InvokeAnyTask",
            "ForkJoinPool$InvokeAnyTask"
        }) {
            calls.put(CONCURRENT + name, adapter);
        }
        calls.put(
                CONCURRENT + "DelayScheduler$ScheduledForkJoinTask",
                Collections.singletonList(
                        new DoorCall(Spot.RETURN, "<init>(JJ", null, "delayed", Value.THIS, Value.SECOND_LONG)));
    }

    /** The context of a dependent action is that of the code which asked for it, not of the one that completes the stage. */
    private static void completionStages(Map<String, List<DoorCall>> calls) {
        DoorCall made = new DoorCall(Spot.RETURN, "<init>", null, "made", Value.THIS);
        for (String name : new String[] {"AsyncRun", "AsyncSupply"}) {
            List<DoorCall> source = around("run", "begin", new Value[] {Value.THIS}, "end", Value.THIS);
            source.add(made);
            calls.put(STAGE + name, source);
        }
        calls.put(STAGE + "Completion", Collections.singletonList(made));
    }

    /** Without a container as in {@code new Thread}, with one as by executors that start a thread for each task. */
    private static void threads(Map<String, List<DoorCall>> calls) {
        DoorCall inContainer =
                new DoorCall(Spot.ENTRY, "start(Ljdk/internal/vm/ThreadContainer;)", null, "starting", Value.THIS);
        calls.put(
                "java/lang/Thread",
                Arrays.asList(new DoorCall(Spot.ENTRY, "start()", null, "starting", Value.THIS), inContainer));
        calls.put("java/lang/VirtualThread", Collections.singletonList(inContainer));
    }

    private static List<DoorCall> around(String method, String begin, Value[] what, String end, Value... atEnd) {
        List<DoorCall> calls = new ArrayList<DoorCall>();
        calls.add(new DoorCall(Spot.ENTRY, method, null, begin, what));
        calls.add(new DoorCall(Spot.RETURN, method, null, end, atEnd));
        calls.add(new DoorCall(Spot.THROW, method, null, end, atEnd));
        return calls;
    }
}
