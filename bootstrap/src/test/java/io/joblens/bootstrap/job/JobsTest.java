package io.joblens.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Collected;
import io.joblens.bootstrap.metrics.ManualClock;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.Untroubled;
import io.joblens.bootstrap.report.Reports;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobsTest {
    private static final long SECOND = 1_000_000_000;

    private final ManualClock clock = new ManualClock(5, 0);
    private final Registry registry = new Registry(Map.of(), 100, 10, clock, new Untroubled());
    private final Jobs jobs = new Jobs(3, 100 * SECOND, clock, registry);

    @RegisterExtension
    final NothingLeaks leaks = new NothingLeaks();

    @Test
    void makes_a_run_the_context_of_its_thread_until_it_ends() {
        JobRun run = start("video", "1");
        assertThat(JobContext.currentRun()).isSameAs(run);
        clock.advance(2 * SECOND);

        complete(run);

        assertThat(JobContext.currentRun()).isNull();
        assertThat(value("job_processed_total", "video")).isEqualTo(1);
        assertThat(Collected.from(registry)
                        .histogram("job_processing_seconds{job_type=\"video\"}")
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void nests_runs() {
        JobRun outer = start("video", "1");
        JobRun inner = start("page", "2");
        assertThat(JobContext.currentRun()).isSameAs(inner);

        complete(inner);
        assertThat(JobContext.currentRun()).isSameAs(outer);

        complete(outer);
    }

    @Test
    void goes_back_to_the_outermost_run_when_those_between_have_ended() {
        JobRun outer = start("video", "1");
        JobRun between = start("page", "2");
        JobRun inner = start("tile", "3");

        complete(between);
        assertThat(JobContext.currentRun()).isSameAs(inner);
        complete(inner);

        assertThat(JobContext.currentRun()).isSameAs(outer);
        complete(outer);
    }

    @Test
    void drops_the_binding_to_a_run_that_another_thread_ended() {
        JobRun run = open("video", "1");

        inAnotherThread(() -> complete(jobs.find(null, "1")));

        assertThat(JobContext.currentRun()).isNull();
        assertThat(value("job_processed_total", "video")).isEqualTo(1);
        assertThat(run.hasEnded()).isTrue();
    }

    @Test
    void ends_a_run_only_once() {
        JobRun run = start("video", "1");

        complete(run);
        jobs.end(run, Outcome.FAILED, null, Fields.NONE);

        assertThat(value("job_processed_total", "video")).isEqualTo(1);
        assertThat(value("job_failed_total", "video")).isZero();
    }

    @Test
    void counts_a_skipped_run_as_not_processed() {
        jobs.end(start("video", "1"), Outcome.SKIPPED, null, Fields.NONE);

        assertThat(value("job_skipped_total", "video")).isEqualTo(1);
        assertThat(value("job_processed_total", "video")).isZero();
    }

    @Test
    void counts_what_is_not_the_first_attempt() {
        complete(jobs.start(registry.job("video"), "1", null, 1, Fields.NONE, WovenMethods.NONE, null));
        complete(jobs.start(registry.job("video"), "1", null, 2, Fields.NONE, WovenMethods.NONE, null));
        complete(jobs.start(registry.job("video"), "1", null, 3, Fields.NONE, WovenMethods.NONE, null));

        assertThat(value("job_retries_total", "video")).isEqualTo(2);
    }

    @Test
    void counts_enclosed_and_open_runs_once_while_they_are_active() {
        JobRun open = open("video", "1");
        clock.advance(4 * SECOND);
        JobRun enclosed = start("video", "2");
        clock.advance(SECOND);
        JobRun elsewhere = inAnotherThread(() -> open("page", "3"));

        assertThat(value("active_jobs", "page")).isEqualTo(1);
        assertThat(value("active_jobs", "video")).isEqualTo(2);
        assertThat(value("job_oldest_active_seconds", "video")).isEqualTo(5);

        complete(elsewhere);
        complete(enclosed);
        assertThat(value("active_jobs", "video")).isEqualTo(1);
        complete(open);
        assertThat(value("active_jobs", "video")).isZero();
        assertThat(value("active_jobs", "page")).isZero();
    }

    @Test
    void sees_the_runs_of_another_thread_without_changing_them() {
        JobRun open = open("video", "1");
        JobContext context = JobContext.get();
        complete(inAnotherThread(() -> jobs.find("video", "1")));
        // The binding is stale now, and stays so until its own thread looks.
        assertThat(inAnotherThread(context::seen)).isNull();
        assertThat(value("active_jobs", "video")).isZero();
        assertThat(open.hasEnded()).isTrue();
    }

    @Test
    void abandons_the_oldest_run_when_there_are_too_many() {
        JobRun oldest = inAnotherThread(() -> open("video", "1"));
        for (int i = 2; i <= 4; i++) {
            String id = String.valueOf(i);
            inAnotherThread(() -> open("video", id));
        }

        assertThat(oldest.hasEnded()).isTrue();
        assertThat(value("job_abandoned_total", "video")).isEqualTo(1);
        assertThat(value("active_jobs", "video")).isEqualTo(3);
        assertThat(value("job_processed_total", "video")).isZero();
        complete(oldest);
        assertThat(value("job_processed_total", "video")).isZero();
    }

    @Test
    void abandons_a_run_that_is_too_old() {
        open("video", "1");
        clock.advance(100 * SECOND);
        assertThat(value("job_abandoned_total", "video")).isZero();
        clock.advance(1);

        // What is given up during a collection is not active in it; the counter may show it in the next.
        assertThat(value("active_jobs", "video")).isZero();
        assertThat(value("job_abandoned_total", "video")).isEqualTo(1);
        assertThat(jobs.find("video", "1")).isNull();
    }

    @Test
    void finds_the_run_of_the_thread_before_that_of_others() {
        JobRun theirs = inAnotherThread(() -> open("video", "1"));
        JobRun mine = start("video", "1");

        assertThat(jobs.find("video", "1")).isSameAs(mine);

        complete(mine);
        assertThat(jobs.find("video", "1")).isSameAs(theirs);
        complete(theirs);
    }

    @Test
    void finds_by_a_compatible_type() {
        JobRun run = inAnotherThread(() -> open("video", 7));

        assertThat(jobs.find("page", "7")).isNull();
        assertThat(jobs.find(null, "7")).isSameAs(run);
        assertThat(jobs.find("video", 7L)).isSameAs(run);
        complete(run);
    }

    @Test
    void finds_the_innermost_run_of_the_thread_without_an_id() {
        JobRun outer = start("video", "1");
        JobRun inner = start("page", "2");

        assertThat(jobs.find(null, null)).isSameAs(inner);
        assertThat(jobs.find("video", null)).isSameAs(outer);
        assertThat(jobs.find("tile", null)).isNull();
        complete(inner);
        complete(outer);
    }

    @Test
    void takes_a_run_without_id_for_an_end_that_has_one() {
        JobRun nameless = start("video", null);
        JobRun named = start("video", "2");

        assertThat(jobs.find("video", "3")).isSameAs(nameless);
        assertThat(jobs.find("video", "2")).isSameAs(named);
        complete(named);
        complete(nameless);
    }

    @Test
    void finds_no_run_of_another_thread_without_an_id() {
        JobRun theirs = inAnotherThread(() -> open("video", "1"));

        assertThat(jobs.find("video", null)).isNull();
        assertThat(Collected.from(registry).value("joblens_unmatched_ends_total"))
                .isEqualTo(1);
        complete(theirs);
    }

    @Test
    void finds_a_run_that_a_method_of_another_thread_encloses() throws Exception {
        JobRun mine = start("video", "1");

        assertThat(inAnotherThread(() -> jobs.find("video", "1"))).isSameAs(mine);
        complete(mine);
    }

    @Test
    void finds_the_newest_of_several_runs_with_one_id() {
        JobRun older = inAnotherThread(() -> open("video", "1"));
        JobRun newer = inAnotherThread(() -> open("video", "1"));

        assertThat(jobs.find("video", "1")).isSameAs(newer);
        complete(newer);
        assertThat(jobs.find("video", "1")).isSameAs(older);
        complete(older);
        assertThat(jobs.find("video", "1")).isNull();
    }

    @Test
    void gives_the_thread_its_own_run_back_after_a_visit() {
        JobRun mine = start("video", "1");
        JobRun theirs = inAnotherThread(() -> open("page", "2"));

        JobRun before = jobs.visit(theirs);
        assertThat(JobContext.currentRun()).isSameAs(theirs);
        jobs.leave(theirs, before);

        assertThat(JobContext.currentRun()).isSameAs(mine);
        complete(theirs);
        complete(mine);
    }

    @Test
    void gives_the_thread_its_own_run_back_when_the_visited_one_ended_inside_the_visit() {
        JobRun mine = start("video", "1");
        JobRun theirs = inAnotherThread(() -> open("page", "2"));

        JobRun before = jobs.visit(theirs);
        complete(theirs);
        assertThat(JobContext.currentRun()).isNull();
        jobs.leave(theirs, before);

        assertThat(JobContext.currentRun()).isSameAs(mine);
        complete(mine);
    }

    @Test
    void keeps_a_run_that_started_inside_a_visit() {
        JobRun theirs = inAnotherThread(() -> open("page", "2"));
        JobRun before = jobs.visit(theirs);
        JobRun started = start("tile", "3");

        jobs.leave(theirs, before);

        assertThat(JobContext.currentRun()).isSameAs(started);
        complete(started);
        complete(theirs);
        assertThat(JobContext.currentRun()).isNull();
    }

    @Test
    void measures_the_time_from_creation_to_start() {
        jobs.creating("video", "1");
        clock.advance(30 * SECOND);
        complete(start("video", "1"));
        complete(start("video", "1"));
        jobs.creating(null, 2);
        clock.advance(SECOND);
        complete(start("video", "2"));
        jobs.creating("video", "3");
        jobs.notCreated("video", "3");
        complete(start("video", "3"));
        jobs.creating("page", "4");
        complete(start("video", "4"));

        assertThat(Collected.from(registry)
                        .histogram("job_wait_seconds{job_type=\"video\"}")
                        .count())
                .isEqualTo(2);
        assertThat(Collected.from(registry)
                        .histogram("job_wait_seconds{job_type=\"video\"}")
                        .sum())
                .isEqualTo(31);
    }

    @Test
    void keeps_a_run_whose_listener_throws() {
        long errors = Reports.errors().sum();
        jobs.listener(new Throwing());
        JobRun run = start("video", "1");

        assertThat(JobContext.currentRun()).isSameAs(run);
        assertThat(Reports.errors().sum()).isEqualTo(errors + 1);
        Reports.errors().add(-1);
        jobs.listener(JobListener.NONE);
        complete(run);
    }

    @Test
    void hands_a_failed_scan_of_a_skipped_run_on_to_the_run_around_it() {
        Throwable unavailable = new IllegalStateException();
        JobRun outer = start("video", "1");
        JobRun inner = start("page", "2");
        inner.scanFailed(unavailable);

        jobs.end(inner, Outcome.SKIPPED, unavailable, Fields.NONE);

        assertThat(outer.isFailedScan(new RuntimeException(unavailable))).isTrue();
        assertThat(outer.isFailedScan(new RuntimeException())).isFalse();
        complete(outer);
    }

    @Test
    void survives_causes_that_go_round_in_a_circle() {
        Throwable one = new RuntimeException();
        Throwable two = new RuntimeException(one);
        one.initCause(two);
        JobRun run = start("video", "1");
        run.scanFailed(new RuntimeException());

        assertThat(run.isFailedScan(one)).isFalse();
        complete(run);
    }

    private JobRun start(String type, Object id) {
        return jobs.start(registry.job(type), id, null, 1, Fields.NONE, WovenMethods.NONE, null);
    }

    private JobRun open(String type, Object id) {
        JobRun run = start(type, id);
        jobs.keepOpen(run);
        return run;
    }

    private Void complete(JobRun run) {
        jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
        return null;
    }

    private double value(String metric, String type) {
        return Collected.from(registry).value(metric + "{job_type=\"" + type + "\"}");
    }

    private static <T> T inAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start())
                .join();
    }
}
