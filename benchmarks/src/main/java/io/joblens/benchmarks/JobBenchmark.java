package io.joblens.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One job run: woven by the packaged agent, and the same by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JobBenchmark {
    static final String AGENT = "-javaagent:../agent/target/joblens-agent.jar=log.lifecycle=false,http.port=0";

    @State(Scope.Thread)
    public static class Worker {
        final Workload workload = new Workload();
        final JobIds ids = new JobIds();
    }

    @State(Scope.Benchmark)
    public static class Hand {
        final Floor floor = new Floor();
        final ClientJava clientJava = new ClientJava();
    }

    @Benchmark
    @Fork(1)
    public int unmeasured(Worker worker) {
        return worker.workload.plain(worker.ids.next());
    }

    @Benchmark
    @Fork(1)
    public int smallFloor(Worker worker, Hand hand) {
        return hand.floor.smallJob(worker.workload, worker.ids.next());
    }

    @Benchmark
    @Fork(1)
    public int floor(Worker worker, Hand hand) {
        return hand.floor.job(worker.workload, worker.ids.next());
    }

    @Benchmark
    @Fork(1)
    public int clientJava(Worker worker, Hand hand) {
        return hand.clientJava.job(worker.workload, worker.ids.next());
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = AGENT)
    public int joblens(Worker worker) {
        return worker.workload.job(worker.ids.next());
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = AGENT)
    public int joblensFields(Worker worker) {
        return worker.workload.jobWithFields(worker.ids.next(), "user-456", 5);
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = AGENT)
    public Object joblensScan(Worker worker) {
        return worker.workload.scan(worker.ids.next());
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = AGENT)
    public int joblensOperation(Worker worker) {
        return worker.workload.operation();
    }
}
