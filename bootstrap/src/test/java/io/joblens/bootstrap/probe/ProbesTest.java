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
import io.joblens.bootstrap.metrics.Collected;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;
import io.joblens.bootstrap.report.Reports;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of probe, entered and left through the door. */
class ProbesTest {
    private static final ValueReader A = (returned, thrown, a, b, c, many) -> a;
    private static final ValueReader B = (returned, thrown, a, b, c, many) -> b;
    private static final Condition BAD = (returned, thrown, a, b, c, many) -> "bad".equals(returned);
    private static final Condition THROWN = (returned, thrown, a, b, c, many) -> thrown != null;
    private static final Condition BROKEN = (returned, thrown, a, b, c, many) -> {
        throw new StackOverflowError();
    };
    private static final RunValues BY_A = values(A, null, null, null);

    private final Registry registry = new Registry(Map.of(), 100, 100, Clock.SYSTEM, new Registry.Listener() {
        @Override
        public void namesExhausted(String label, String name, int most) {}

        @Override
        public void failed(Throwable thrown) {}
    });
    private final Jobs jobs = new Jobs(100, Long.MAX_VALUE, Clock.SYSTEM, registry);
    private final List<String> heard = new ArrayList<>();
    private long expectedErrors = Reports.errors().sum();

    ProbesTest() {
        jobs.listener(new Heard());
    }

    @AfterEach
    void nothing_leaks() {
        assertThat(JobContext.currentRun()).isNull();
        assertThat(Reports.errors().sum()).isEqualTo(expectedErrors);
    }

    @Test
    void completes_a_whole_job() {
        JobProbe probe = whole(null, null);

        call(probe, "1", "fine", null);

        assertThat(heard).containsExactly("started 1", "ended 1 COMPLETED null");
    }

    @Test
    void fails_a_whole_job_that_throws() {
        Throwable thrown = new IllegalStateException("why");

        call(whole(null, null), "1", null, thrown);

        assertThat(heard).endsWith("ended 1 FAILED " + thrown);
    }

    @ParameterizedTest
    @CsvSource({"fine, COMPLETED", "bad, FAILED"})
    void asks_the_result(String returned, Outcome outcome) {
        call(whole(BAD, null), "1", returned, null);

        assertThat(heard).endsWith("ended 1 " + outcome + " null");
    }

    @Test
    void asks_skipped_before_failed_and_before_the_exception() {
        Throwable thrown = new IllegalStateException();
        call(whole(BAD, BAD), "1", "bad", null);
        call(whole(BAD, THROWN), "2", null, thrown);

        assertThat(heard).contains("ended 1 SKIPPED null", "ended 2 SKIPPED " + thrown);
    }

    @Test
    void takes_a_condition_that_throws_for_one_that_does_not_hold() {
        expectedErrors += 2;

        call(whole(BROKEN, BROKEN), "1", "fine", null);

        assertThat(heard).endsWith("ended 1 COMPLETED null");
    }

    @Test
    void takes_a_value_that_throws_for_absent() {
        ValueReader broken = (returned, thrown, a, b, c, many) -> {
            throw new LinkageError("broken");
        };
        RunValues values = new RunValues(
                broken, broken, broken, null, new String[] {"x"}, new ValueReader[] {broken}, new Tally());
        expectedErrors += 4;

        call(new WholeJobProbe(jobs, started(values), end(null, null)), "1", null, null);

        assertThat(heard).containsExactly("started null", "ended null COMPLETED null");
    }

    @Test
    void keeps_no_object_of_the_application() {
        UUID uuid = new UUID(1, 2);
        assertThat(values(A, null, null, null).id(null, null, uuid, null, null, null))
                .isEqualTo(uuid.toString());
        assertThat(BY_A.id(null, null, new AtomicInteger(7), null, null, null)).isEqualTo(7L);
        assertThat(BY_A.id(null, null, BigDecimal.TEN, null, null, null)).isEqualTo(BigDecimal.TEN);
        assertThat(BY_A.id(null, null, new BigDecimal("1.5") {}, null, null, null))
                .isEqualTo("1.5");
        assertThat(BY_A.id(null, null, true, null, null, null)).isEqualTo(true);
        expectedErrors++;
        assertThat(BY_A.id(
                        null,
                        null,
                        new Object() {
                            @Override
                            public String toString() {
                                throw new IllegalStateException();
                            }
                        },
                        null,
                        null,
                        null))
                .isNull();
    }

    @Test
    void reads_the_attempt_from_numbers_and_texts() {
        RunValues values = values(null, null, A, null);
        assertThat(attempt(values, 3)).isEqualTo(3);
        assertThat(attempt(values, 3L)).isEqualTo(3);
        assertThat(attempt(values, " 4 ")).isEqualTo(4);
        assertThat(attempt(values, "fourth")).isEqualTo(1);
        assertThat(attempt(values, null)).isEqualTo(1);
        assertThat(attempt(values, new Object())).isEqualTo(1);
        assertThat(attempt(values, -2)).isEqualTo(1);
        assertThat(attempt(values, "-2")).isEqualTo(1);
        assertThat(attempt(values, 1L << 40)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void ends_the_run_when_the_stage_completes() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        call(whole(BAD, null), "1", stage, null);
        assertThat(JobContext.currentRun()).isNull();
        assertThat(heard).containsExactly("started 1");

        stage.complete("bad");

        assertThat(heard).endsWith("ended 1 FAILED null");
    }

    @Test
    void tells_what_a_stage_threw_without_its_wrapping() {
        Throwable thrown = new IllegalStateException("late");
        CompletableFuture<String> stage = new CompletableFuture<>();
        call(whole(null, null), "1", stage, null);

        stage.completeExceptionally(new CompletionException(thrown));

        assertThat(heard).endsWith("ended 1 FAILED " + thrown);
    }

    @Test
    void ends_the_run_at_once_when_a_stage_cannot_be_asked() {
        expectedErrors++;
        call(
                whole(null, null),
                "1",
                stage(action -> {
                    throw new UnsupportedOperationException();
                }),
                null);

        assertThat(heard).endsWith("ended 1 COMPLETED null");
    }

    @Test
    void counts_the_end_of_a_stage_once_that_tells_it_twice_and_throws() {
        expectedErrors++;
        ScanProbe probe = new ScanProbe(
                jobs, ScanName.always(registry.scan(null)), RunValues.none(new Tally()), BAD, null, WovenMethods.NONE);

        Joblens.timed(
                Joblens.add(probe),
                Joblens.time(),
                stage(action -> {
                    action.accept("bad", null);
                    action.accept("bad", null);
                    throw new UnsupportedOperationException();
                }),
                null,
                null,
                null,
                null,
                null);

        assertThat(heard).containsExactly("scanned INFECTED");
    }

    @Test
    void waits_for_a_stage_that_returns_nothing_when_asked() {
        List<BiConsumer<Object, Throwable>> actions = new ArrayList<>();
        call(whole(null, null), "1", stage(actions::add), null);
        assertThat(heard).containsExactly("started 1");

        actions.get(0).accept("fine", null);

        assertThat(heard).endsWith("ended 1 COMPLETED null");
    }

    @Test
    void starts_a_run_in_one_method_and_ends_it_in_another() {
        call(new JobStartProbe(jobs, started(BY_A)), "1", null, null);
        assertThat(JobContext.currentRun().id()).isEqualTo("1");

        call(ending(null), "1", null, null);

        assertThat(heard).containsExactly("started 1", "ended 1 COMPLETED null");
    }

    @Test
    void fails_the_run_of_a_start_that_throws() {
        Throwable thrown = new IllegalStateException();

        call(new JobStartProbe(jobs, started(BY_A)), "1", null, thrown);

        assertThat(heard).endsWith("ended 1 FAILED " + thrown);
    }

    @Test
    void ends_nothing_where_nothing_runs() {
        call(ending(null), "1", null, null);

        assertThat(heard).isEmpty();
        assertThat(Collected.from(registry).value("joblens_unmatched_ends_total"))
                .isEqualTo(1);
    }

    @Test
    void ends_a_run_with_the_outcome_that_is_known_beforehand_and_the_error_of_an_argument() {
        Throwable why = new IllegalArgumentException("why");
        call(new JobStartProbe(jobs, started(BY_A)), "1", null, null);
        call(ending(Outcome.FAILED), new Object[] {"1", why}, CompletableFuture.completedFuture("stage"), null);
        call(new JobStartProbe(jobs, started(BY_A)), "2", null, null);
        call(ending(Outcome.SKIPPED), new Object[] {"2", "a text"}, null, new RuntimeException());

        assertThat(heard).contains("ended 1 FAILED " + why, "ended 2 SKIPPED a text");
    }

    @Test
    void keeps_the_outer_run_when_two_end_methods_for_another_one_call_each_other() throws Exception {
        Thread starter = new Thread(() -> call(new JobStartProbe(jobs, started(BY_A)), "theirs", null, null));
        starter.start();
        starter.join();
        JobProbe whole = whole(null, null);
        JobProbe end = ending(null);
        Object mine = whole.enter(null, "mine", null, null, null);

        Object outer = end.enter(null, "theirs", null, null, null);
        Object inner = end.enter(null, "theirs", null, null, null);
        end.exit(inner, null, null, "theirs", null, null, null);
        assertThat(JobContext.currentRun()).isNull();
        end.exit(outer, null, null, "theirs", null, null, null);

        assertThat(JobContext.currentRun().id()).isEqualTo("mine");
        whole.exit(mine, null, null, "mine", null, null, null);
        assertThat(heard).containsOnlyOnce("ended theirs COMPLETED null");
    }

    @Test
    void counts_a_created_job_once_its_method_has_returned() {
        JobCreatedProbe probe = new JobCreatedProbe(jobs, JobType.always(registry.job("video")), BY_A);
        call(probe, "1", null, null);
        call(probe, "2", null, new IllegalStateException());
        call(whole(null, null), "1", null, null);
        call(whole(null, null), "2", null, null);

        assertThat(heard).startsWith("created 1", "started 1");
        Collected collected = Collected.from(registry);
        assertThat(collected.value("job_created_total{job_type=\"video\"}")).isEqualTo(1);
        assertThat(collected.histogram("job_wait_seconds{job_type=\"video\"}").count())
                .isEqualTo(1);
    }

    @Test
    void tells_the_verdict_of_a_scan() {
        ScanProbe probe = new ScanProbe(
                jobs,
                ScanName.always(registry.scan(null)),
                RunValues.none(new Tally()),
                BAD,
                (r, t, a, b, c, m) -> r == null,
                WovenMethods.NONE);
        time(probe, "fine", null);
        time(probe, "bad", null);
        time(probe, null, null);
        time(probe, null, new IllegalStateException());
        time(
                new ScanProbe(
                        jobs,
                        ScanName.always(registry.scan(null)),
                        RunValues.none(new Tally()),
                        THROWN,
                        null,
                        WovenMethods.NONE),
                null,
                new RuntimeException());

        assertThat(heard)
                .containsExactly(
                        "scanned CLEAN", "scanned INFECTED", "scanned FAILED", "scanned FAILED", "scanned INFECTED");
    }

    @Test
    void skips_the_runs_through_which_the_exception_of_a_failed_scan_passes() {
        Throwable unavailable = new IllegalStateException("no scanner");
        Throwable wrapped = new RuntimeException(new RuntimeException(unavailable));
        JobProbe outer = whole(null, null);
        JobProbe inner = whole(null, null);
        Object outerRun = outer.enter(null, "1", null, null, null);
        Object innerRun = inner.enter(null, "2", null, null, null);
        time(
                new ScanProbe(
                        jobs,
                        ScanName.always(registry.scan(null)),
                        RunValues.none(new Tally()),
                        BAD,
                        null,
                        WovenMethods.NONE),
                null,
                unavailable);
        inner.exit(innerRun, null, unavailable, "2", null, null, null);
        outer.exit(outerRun, null, wrapped, "1", null, null, null);

        assertThat(heard).contains("ended 2 SKIPPED " + unavailable, "ended 1 SKIPPED " + wrapped);
    }

    @Test
    void fails_a_run_that_throws_something_else_after_a_failed_scan() {
        JobProbe probe = whole(null, null);
        Object run = probe.enter(null, "1", null, null, null);
        time(
                new ScanProbe(
                        jobs,
                        ScanName.always(registry.scan(null)),
                        RunValues.none(new Tally()),
                        BAD,
                        null,
                        WovenMethods.NONE),
                null,
                new IllegalStateException("no scanner"));
        Throwable other = new RuntimeException("other");
        probe.exit(run, null, other, "1", null, null, null);

        assertThat(heard).endsWith("ended 1 FAILED " + other);
    }

    @Test
    void tells_whether_an_operation_succeeded() {
        OperationProbe probe = new OperationProbe(
                jobs, OperationName.always(registry.operation("upload")), RunValues.none(new Tally()), BAD);
        time(probe, "fine", null);
        time(probe, "bad", null);
        time(probe, null, new RuntimeException());

        assertThat(heard).containsExactly("operated true", "operated false", "operated false");
    }

    @Test
    void tells_how_often_it_was_called_and_what_went_wrong() {
        expectedErrors += 4;
        Tally tally = new Tally();
        RunValues broken = new RunValues(
                (returned, thrown, a, b, c, many) -> {
                    throw new LinkageError("broken");
                },
                null,
                null,
                null,
                new String[0],
                new ValueReader[0],
                tally);
        JobProbe job = new WholeJobProbe(jobs, started(broken), end(null, null));
        call(job, "1", null, null);
        call(job, "2", null, null);
        assertThat(List.of(job.tally().calls(), job.tally().errors())).containsExactly(2L, 2L);

        call(new JobEndProbe(jobs, null, broken, end(null, null)), "3", null, null);
        assertThat(List.of(tally.calls(), tally.errors())).containsExactly(3L, 3L);

        RunValues none = RunValues.none(new Tally());
        ScanProbe scan = new ScanProbe(
                jobs,
                ScanName.always(registry.scan(null)),
                none,
                (returned, thrown, a, b, c, many) -> {
                    throw new LinkageError("broken");
                },
                null,
                WovenMethods.NONE);
        time(scan, null, null);
        assertThat(List.of(scan.tally().calls(), scan.tally().errors())).containsExactly(1L, 1L);
    }

    @Test
    void keeps_everything_from_the_application() {
        expectedErrors += 5;
        JobProbe broken = new JobProbe(new Tally()) {
            @Override
            public Object enter(Object receiver, Object a, Object b, Object c, Object[] many) {
                throw new OutOfMemoryError();
            }

            @Override
            public void exit(
                    Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] m) {
                throw new StackOverflowError();
            }
        };
        int number = Joblens.add(broken);

        assertThat(Joblens.enter(number, null, null, null, null, null)).isNull();
        Joblens.exit(number, "token", null, null, null, null, null, null);
        assertThat(Joblens.enter(Integer.MAX_VALUE, null, null, null, null, null))
                .isNull();
        Joblens.timed(-1, 1, null, null, null, null, null, null);
        Joblens.constructed(-1, this);
        Joblens.exit(-1, null, null, null, null, null, null, null);
        Joblens.timed(-1, 0, null, null, null, null, null, null);
    }

    private JobProbe whole(Condition failedWhen, Condition skippedWhen) {
        return new WholeJobProbe(jobs, started(BY_A), end(failedWhen, skippedWhen));
    }

    private RunStart started(RunValues values) {
        return new RunStart(jobs, JobType.always(registry.job("video")), values, WovenMethods.NONE);
    }

    private RunEnd end(Condition failedWhen, Condition skippedWhen) {
        return RunEnd.told(jobs, failedWhen, skippedWhen, RunValues.none(new Tally()));
    }

    private JobProbe ending(Outcome outcome) {
        RunValues values = values(A, null, null, outcome == null ? null : B);
        return new JobEndProbe(
                jobs,
                null,
                values,
                outcome == null ? RunEnd.told(jobs, null, null, values) : RunEnd.as(outcome, jobs, values));
    }

    private static RunValues values(ValueReader id, ValueReader user, ValueReader attempt, ValueReader error) {
        return new RunValues(id, user, attempt, error, new String[0], new ValueReader[0], new Tally());
    }

    private static int attempt(RunValues values, Object value) {
        return values.attempt(null, null, value, null, null, null);
    }

    private static void call(JobProbe probe, Object a, Object returned, Throwable thrown) {
        call(probe, new Object[] {a, null}, returned, thrown);
    }

    private static void call(JobProbe probe, Object[] arguments, Object returned, Throwable thrown) {
        int number = Joblens.add(probe);
        Object token = Joblens.enter(number, null, arguments[0], arguments[1], null, null);
        Joblens.exit(number, token, returned, thrown, arguments[0], arguments[1], null, null);
    }

    private static void time(TimedProbe probe, Object returned, Throwable thrown) {
        Joblens.timed(Joblens.add(probe), Joblens.time(), returned, thrown, null, null, null, null);
    }

    /** A stage of somebody's own making, of which only one method is of interest; it returns nothing. */
    private static CompletionStage<?> stage(Consumer<BiConsumer<Object, Throwable>> whenComplete) {
        return (CompletionStage<?>) Proxy.newProxyInstance(
                ProbesTest.class.getClassLoader(),
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
