package io.joblens.bootstrap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.Joblens;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;
import io.joblens.bootstrap.report.Reports;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** Probes that are entered and left through the door, and what is heard of them. */
abstract class ProbeFixture {
    static final ValueReader A = (returned, thrown, a, b, c, many) -> a;
    static final ValueReader B = (returned, thrown, a, b, c, many) -> b;
    static final Condition BAD = (returned, thrown, a, b, c, many) -> "bad".equals(returned);
    static final Condition THROWN = (returned, thrown, a, b, c, many) -> thrown != null;
    static final Condition BROKEN = (returned, thrown, a, b, c, many) -> {
        throw new StackOverflowError();
    };
    static final RunValues BY_A = values(A, null, null, null);

    final Registry registry = new Registry(Map.of(), 100, 100, Clock.SYSTEM, new Registry.Listener() {
        @Override
        public void namesExhausted(String label, String name, int most) {}

        @Override
        public void failed(Throwable thrown) {}
    });
    final Jobs jobs = new Jobs(100, Long.MAX_VALUE, Clock.SYSTEM, registry);
    final List<String> heard = new ArrayList<>();
    long expectedErrors = Reports.errors().sum();

    ProbeFixture() {
        jobs.listener(new Heard());
    }

    @AfterEach
    void nothing_leaks() {
        assertThat(JobContext.currentRun()).isNull();
        assertThat(Reports.errors().sum()).isEqualTo(expectedErrors);
    }

    JobProbe whole(Condition failedWhen, Condition skippedWhen) {
        return new WholeJobProbe(jobs, started(BY_A), end(failedWhen, skippedWhen));
    }

    RunStart started(RunValues values) {
        return new RunStart(jobs, JobType.always(registry.job("video")), values, WovenMethods.NONE);
    }

    RunEnd end(Condition failedWhen, Condition skippedWhen) {
        return RunEnd.told(jobs, failedWhen, skippedWhen, RunValues.none(new Tally()));
    }

    JobProbe ending(Outcome outcome) {
        RunValues values = values(A, null, null, outcome == null ? null : B);
        return new JobEndProbe(
                jobs,
                null,
                values,
                outcome == null ? RunEnd.told(jobs, null, null, values) : RunEnd.as(outcome, jobs, values));
    }

    static RunValues values(ValueReader id, ValueReader user, ValueReader attempt, ValueReader error) {
        return new RunValues(id, user, attempt, error, new String[0], new ValueReader[0], new Tally());
    }

    static int attempt(RunValues values, Object value) {
        return values.attempt(null, null, value, null, null, null);
    }

    static void call(JobProbe probe, Object a, Object returned, Throwable thrown) {
        call(probe, new Object[] {a, null}, returned, thrown);
    }

    static void call(JobProbe probe, Object[] arguments, Object returned, Throwable thrown) {
        int number = Joblens.add(probe);
        Object token = Joblens.enter(number, null, arguments[0], arguments[1], null, null);
        Joblens.exit(number, token, returned, thrown, arguments[0], arguments[1], null, null);
    }

    static void time(TimedProbe probe, Object returned, Throwable thrown) {
        Joblens.timed(Joblens.add(probe), Joblens.time(), returned, thrown, null, null, null, null);
    }

    /** A stage of somebody's own making, of which only one method is of interest; it returns nothing. */
    static CompletionStage<?> stage(Consumer<BiConsumer<Object, Throwable>> whenComplete) {
        return (CompletionStage<?>) Proxy.newProxyInstance(
                ProbeFixture.class.getClassLoader(),
                new Class<?>[] {CompletionStage.class},
                (proxy, method, arguments) -> {
                    @SuppressWarnings("unchecked")
                    BiConsumer<Object, Throwable> action = (BiConsumer<Object, Throwable>) arguments[0];
                    whenComplete.accept(action);
                    return null;
                });
    }

    private final class Heard implements JobListener {
        @Override
        public void created(String type, Object id, Object userId, Fields fields) {
            heard.add("created " + id);
        }

        @Override
        public void started(JobRun run) {
            heard.add("started " + run.id());
        }

        @Override
        public void ended(JobRun run, Outcome outcome, long durationNanos, Object error, Fields more) {
            heard.add("ended " + run.id() + " " + outcome + " " + error);
        }

        @Override
        public void scanned(
                String scan, Verdict verdict, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
            heard.add("scanned " + verdict);
        }

        @Override
        public void operated(
                String operation, boolean success, long durationNanos, Throwable thrown, JobRun run, Fields fields) {
            heard.add("operated " + success);
        }
    }
}
