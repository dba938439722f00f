package io.joblens.benchmarks;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A task that does nothing, from its submission to a thread pool of one thread until it was run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class TaskBenchmark {
    private static final int TASKS = 1_000;

    private final ExecutorService pool = Executors.newFixedThreadPool(1);

    @Benchmark
    @Fork(1)
    @OperationsPerInvocation(TASKS)
    public void unmeasured() throws InterruptedException {
        tasks();
    }

    /** Outside of any job, in an application that has some. */
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = JobBenchmark.AGENT)
    @OperationsPerInvocation(TASKS)
    public void joblensOutside() throws InterruptedException {
        tasks();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = JobBenchmark.AGENT)
    @OperationsPerInvocation(TASKS)
    @JobStart("tasks")
    @JobComplete("tasks")
    public void joblensInside() throws InterruptedException {
        tasks();
    }

    private void tasks() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 1; i < TASKS; i++) {
            pool.execute(new Task(null));
        }
        pool.execute(new Task(done));
        done.await();
    }

    @TearDown
    public void end() {
        pool.shutdown();
    }

    /** An object of its own each time, as tasks are. */
    private static final class Task implements Runnable {
        private final CountDownLatch last;

        Task(CountDownLatch last) {
            this.last = last;
        }

        @Override
        public void run() {
            if (last != null) {
                last.countDown();
            }
        }
    }
}
