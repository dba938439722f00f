package io.joblens.benchmarks;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.Clock;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One line of JSON for a job that completed, to a stream that drops it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@State(Scope.Benchmark)
public class LifecycleLineBenchmark {
    private JobListener log;
    private JobRun run;

    @Setup
    public void open() throws Throwable {
        Class<?> level = AgentClasses.named("log.Level");
        Class<?> format = AgentClasses.named("log.LineFormat");
        MethodHandle to = AgentClasses.method(
                AgentClasses.named("log.LifecycleLog"), "to", PrintStream.class, level, format, Clock.class);
        log = (JobListener) to.invoke(
                new PrintStream(OutputStream.nullOutputStream()),
                level.getMethod("named", String.class).invoke(null, "info"),
                format.getMethod("named", String.class).invoke(null, "json"),
                Clock.SYSTEM);
        var registry = Series.registry();
        Fields fields = new Fields(new String[] {"file_count", "total_size_mb"}, new Object[] {5, "125.50"});
        run = new Jobs(1000, TimeUnit.HOURS.toNanos(1), Clock.SYSTEM, registry)
                .start(registry.job("video"), "job-123", "user-456", 1, fields, 0, null);
    }

    @Benchmark
    public void completed() {
        log.ended(run, Outcome.COMPLETED, 1_234_567_890L, null, Fields.NONE);
    }
}
