package io.joblens.bootstrap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.Collected;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Jobs that are created, started and ended by different methods. */
class JobEndProbeTest extends ProbeFixture {
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
}
