package io.joblens.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Collected;
import io.joblens.bootstrap.metrics.ManualClock;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.report.Reports;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The context of a thread that does work which a run has handed on, with the calls that woven executors make. */
class TaskContextTest {
    private final Registry registry = new Registry(Map.of(), 100, 10, new ManualClock(5, 0), new Quiet());
    private final Jobs jobs = new Jobs(10, Long.MAX_VALUE, new ManualClock(5, 0), registry);
    private final long errorsBefore = Reports.errors().sum();
    private final Object pool = new Object();
    private final Object task = new Object();

    @AfterEach
    void nothing_leaks() {
        expectContext(null);
        assertThat(TaskContext.waiting()).isZero();
        assertThat(Reports.errors().sum()).isEqualTo(errorsBefore);
    }

    @Test
    void gives_a_task_the_run_that_handed_it_on() throws Exception {
        JobRun run = start("video", "1");
        Runnable task = () -> {};
        TaskContext.executed(pool, task);

        elsewhere(() -> {
            TaskContext.begun(task, pool);
            expectContext(run);
            TaskContext.idle();
            expectContext(null);
        });

        complete(run);
    }

    @Test
    void gives_a_task_no_context_when_its_job_has_ended() {
        JobRun run = handOn();
        complete(run);
        JobRun other = start("page", "2");

        TaskContext.begin(task);
        expectContext(null);
        TaskContext.end(task);

        expectContext(other);
        complete(other);
    }

    @Test
    void drops_the_context_of_a_task_when_its_job_ends_meanwhile() throws Exception {
        JobRun run = handOn();

        elsewhere(() -> {
            TaskContext.begin(task);
            complete(run);
            expectContext(null);
            TaskContext.end(task);
        });
    }

    @Test
    void restores_what_the_thread_was_bound_to_before() throws Exception {
        JobRun run = handOn();

        elsewhere(() -> {
            JobRun own = start("page", "2");
            TaskContext.begin(task);
            expectContext(run);
            TaskContext.end(task);
            expectContext(own);
            complete(own);
        });

        complete(run);
    }

    @Test
    void keeps_a_run_that_a_task_started_and_left_going_but_not_the_task_s_own() throws Exception {
        JobRun run = handOn();

        elsewhere(() -> {
            JobRun before = start("page", "2");
            TaskContext.begin(task);
            JobRun inside = start("tile", "3");
            JobRun deeper = start("pixel", "4");
            TaskContext.end(task);
            expectContext(deeper);
            complete(deeper);
            complete(inside);
            expectContext(before);
            complete(before);
        });

        complete(run);
    }

    @Test
    void returns_to_the_inner_run_from_a_task_that_the_outer_one_of_the_same_thread_handed_on() {
        JobRun outer = handOn();
        JobRun inner = start("page", "2");

        TaskContext.begin(task);
        expectContext(outer);
        JobRun during = start("tile", "3");
        complete(during);
        TaskContext.end(task);

        expectContext(inner);
        complete(inner);
        expectContext(outer);
        complete(outer);
    }

    @Test
    void returns_to_the_inner_run_when_the_outer_one_ends_during_its_task() {
        JobRun outermost = start("book", "0");
        JobRun outer = handOn();
        JobRun inner = start("page", "2");

        TaskContext.begin(task);
        complete(outer);
        TaskContext.end(task);

        expectContext(inner);
        complete(inner);
        expectContext(outermost);
        complete(outermost);
    }

    @Test
    void nests_runs_inside_of_an_inherited_one() throws Exception {
        JobRun run = handOn();

        elsewhere(() -> {
            TaskContext.begin(task);
            JobRun inside = start("page", "2");
            assertThat(inside.outer()).isSameAs(run);
            complete(inside);
            expectContext(run);
            TaskContext.end(task);
        });

        complete(run);
    }

    @Test
    void ends_all_work_inside_of_a_task_with_it() throws Exception {
        JobRun run = handOn();
        JobRun second = start("page", "2");
        Object inner = new Object();
        TaskContext.made(inner);

        elsewhere(() -> {
            TaskContext.begin(task);
            TaskContext.begin(inner);
            expectContext(second);
            TaskContext.end(task);
            expectContext(null);
            TaskContext.end(inner);
            expectContext(null);
        });

        complete(second);
        complete(run);
    }

    @Test
    void tells_the_executions_of_one_object_for_several_jobs_by_their_number() throws Exception {
        JobRun first = start("video", "1");
        TaskContext.executed(pool, task);
        TaskContext.executed(pool, task);
        JobRun second = start("page", "2");
        TaskContext.executed(pool, task);
        Object other = new Object();
        TaskContext.executed(other, task);

        elsewhere(() -> {
            assertThat(runOf(task)).isSameAs(second);
            assertThat(runOf(task)).isSameAs(first);
            assertThat(runOf(task)).isSameAs(first);
            assertThat(runOf(task)).isNull();
        });

        assertThat(TaskContext.waiting()).isEqualTo(1);
        TaskContext.removed(true, other, task);
        complete(second);
        complete(first);
    }

    @Test
    void takes_back_what_a_pool_refused_or_removed() {
        JobRun run = start("video", "1");
        TaskContext.executed(pool, task);
        TaskContext.refused(pool, task);
        TaskContext.executed(pool, task);
        TaskContext.removed(false, pool, task);
        assertThat(TaskContext.waiting()).isEqualTo(1);
        TaskContext.removed(true, pool, task);
        assertThat(TaskContext.waiting()).isZero();
        complete(run);
    }

    @Test
    void takes_back_what_the_handlers_of_the_jdk_do_not_queue() {
        ThreadPoolExecutor callerRuns = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
        ThreadPoolExecutor queues = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                (task, pool) -> pool.getQueue().add(task));
        Runnable task = () -> {};
        JobRun run = start("video", "1");
        TaskContext.executed(callerRuns, task);
        TaskContext.rejected(callerRuns, task);
        assertThat(TaskContext.waiting()).isZero();
        TaskContext.executed(queues, task);
        TaskContext.rejected(queues, task);
        assertThat(TaskContext.waiting()).isEqualTo(1);
        TaskContext.removed(true, queues, task);
        complete(run);
    }

    @Test
    void keeps_no_task_that_never_runs() {
        JobRun run = start("video", "1");
        for (int i = 0; i < 100; i++) {
            TaskContext.made(new Object());
            TaskContext.executed(pool, new Object());
        }
        complete(run);

        forgotten();
    }

    @Test
    void keeps_the_context_of_an_action_until_it_was_done() {
        JobRun run = start("video", "1");
        Object action = new Object();
        TaskContext.made(action);
        for (int i = 0; i < 3; i++) {
            TaskContext.firing(action);
            TaskContext.fired(true, action);
        }
        assertThat(TaskContext.waiting()).isEqualTo(1);
        TaskContext.firing(action);
        TaskContext.fired(false, action);
        complete(run);
    }

    @Test
    void gives_a_thread_the_run_it_was_started_in() throws Exception {
        JobRun run = start("video", "1");
        inStarted(() -> expectContext(run));
        complete(run);
    }

    @Test
    void gives_the_thread_of_a_pool_no_run_but_those_of_its_tasks() throws Exception {
        JobRun run = start("video", "1");
        inStarted(() -> {
            TaskContext.pooled();
            expectContext(null);
        });
        complete(run);
    }

    @Test
    void lists_a_context_only_when_its_thread_starts_a_run() throws Exception {
        JobRun run = start("video", "1");
        int listed = JobContext.all().size();
        inStarted(() -> {
            expectContext(run);
            assertThat(JobContext.all()).hasSizeLessThanOrEqualTo(listed);
        });
        complete(run);
    }

    @Test
    void counts_a_run_as_active_while_its_thread_works_for_another() throws Exception {
        JobRun run = handOn();

        elsewhere(() -> {
            JobRun own = start("page", "2");
            TaskContext.begin(task);
            assertThat(Collected.from(registry).value("active_jobs{job_type=\"page\"}"))
                    .isEqualTo(1);
            assertThat(Collected.from(registry).value("active_jobs{job_type=\"video\"}"))
                    .isEqualTo(1);
            TaskContext.end(task);
            complete(own);
        });

        complete(run);
    }

    @Test
    void has_an_inherited_run_ended_without_an_id_only_when_no_call_encloses_it() throws Exception {
        JobRun enclosed = handOn();
        elsewhere(() -> {
            TaskContext.begin(task);
            assertThat(jobs.find("video", null)).isNull();
            assertThat(jobs.find("video", "1")).isSameAs(enclosed);
            TaskContext.end(task);
        });
        complete(enclosed);

        JobRun open = start("video", "2");
        jobs.keepOpen(open);
        TaskContext.made(task);
        elsewhere(() -> {
            TaskContext.begin(task);
            assertThat(jobs.find("video", null)).isSameAs(open);
            TaskContext.end(task);
        });
        complete(open);
    }

    private JobRun runOf(Object task) {
        TaskContext.begun(task, pool);
        JobRun run = JobContext.currentRun();
        TaskContext.idle();
        return run;
    }

    private static void forgotten() {
        for (int i = 0; i < 50 && TaskContext.waiting() > 0; i++) {
            System.gc();
        }
        assertThat(TaskContext.waiting()).isZero();
    }

    private JobRun start(String type, String id) {
        return jobs.start(registry.job(type), id, null, 1, Fields.NONE, WovenMethods.NONE, null);
    }

    private void complete(JobRun run) {
        jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
    }

    /** Starts a run, and hands the task on. */
    private JobRun handOn() {
        JobRun run = start("video", "1");
        TaskContext.made(task);
        return run;
    }

    private static void expectContext(JobRun run) {
        assertThat(JobContext.currentRun()).isSameAs(run);
    }

    private static void elsewhere(Runnable work) throws InterruptedException {
        carryOut(new Thread(work));
    }

    /** In a thread that the run of this one has started. */
    private static void inStarted(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        TaskContext.starting(thread);
        carryOut(thread);
    }

    private static void carryOut(Thread thread) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        thread.setUncaughtExceptionHandler((where, what) -> thrown.set(what));
        thread.start();
        thread.join();
        assertThat(thrown.get()).isNull();
    }

    private static final class Quiet implements Registry.Listener {
        @Override
        public void namesExhausted(String label, String name, int most) {}

        @Override
        public void failed(Throwable thrown) {}
    }
}
