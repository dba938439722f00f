package io.joblens.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.joblens.agent.weave.sample.Worker;
import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.report.Reports;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeavingTest {
    private final long errorsBefore = Reports.errors().sum();
    private final Woven woven = new Woven();
    private final Class<?> type = woven.sample(Worker.class);
    private final Object worker = type.getConstructor().newInstance();

    WeavingTest() throws ReflectiveOperationException {}

    @AfterEach
    void nothing_leaks() {
        assertThat(JobContext.currentRun()).isNull();
        assertThat(Reports.errors().sum()).isEqualTo(errorsBefore);
        assertThat(woven.failures).isEmpty();
    }

    @Test
    void weaves_a_method_without_values() throws Throwable {
        call("none");

        assertThat(woven.heard).containsExactly("started none null by null attempt 1", "ended none null completed");
        assertThat(woven.value("job_processed_total{job_type=\"none\"}")).isEqualTo(1);
    }

    @Test
    void has_all_series_at_zero_once_the_class_is_loaded() {
        assertThat(woven.value("job_processed_total{job_type=\"five\"}")).isZero();
        assertThat(woven.value("scan_infected_total{scan=\"stage\"}")).isZero();
        assertThat(woven.value("operation_failed_total{operation=\"step\"}")).isZero();
    }

    @Test
    void reads_one_value() throws Throwable {
        call("one", 77L);

        assertThat(woven.heard).startsWith("started one 77 by null attempt 1");
    }

    @Test
    void reads_three_values_around_wide_ones_of_a_static_method() throws Throwable {
        assertThat(Woven.call(type, "three", 5L, 0.5, "ann", 3)).isEqualTo(3);

        assertThat(woven.heard).containsExactly("started three 5 by ann attempt 3", "ended three 5 completed");
        assertThat(woven.value("job_retries_total{job_type=\"three\"}")).isEqualTo(1);
    }

    @Test
    void reads_more_values_than_travel_singly() throws Throwable {
        assertThat(call("five", (byte) 1, 2.5, 'c', 4L, 5, 6f)).isEqualTo(1 + 2.5 + 'c' + 4 + 5 + 6);
        call("five", (byte) 1, 2.5, 'c', 4L, 50, 6f);

        assertThat(woven.heard)
                .startsWith("started five null by null attempt 1 a=1 b=2.5 c=c d=4 e=5", "ended five null completed")
                .endsWith("ended five null failed");
    }

    @Test
    void reads_an_argument_at_exit_as_it_was_at_entry() throws Throwable {
        assertThat(call("reassigned", 7L)).isEqualTo(8);
        assertThat(call("reassigned", 6L)).isEqualTo(7);

        assertThat(woven.value("job_skipped_total{job_type=\"reassigned\"}")).isEqualTo(1);
        assertThat(woven.value("job_processed_total{job_type=\"reassigned\"}")).isEqualTo(1);
    }

    @Test
    void reads_the_object_itself() throws Throwable {
        call("ofThis");

        assertThat(woven.value("job_failed_total{job_type=\"of this\"}")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"of int, ofInt", "of long, ofLong", "of double, ofDouble", "of boolean, ofBoolean", "of array, ofArray"
    })
    void tells_the_outcome_from_a_result_of_any_type(String job, String method) throws Throwable {
        Object good = good(method);
        Object bad = bad(method);

        assertThat(call(method, new Object[] {good})).isEqualTo(good);
        assertThat(call(method, new Object[] {bad})).isEqualTo(bad);

        assertThat(woven.value("job_processed_total{job_type=\"" + job + "\"}")).isEqualTo(2);
        assertThat(woven.value("job_failed_total{job_type=\"" + job + "\"}")).isEqualTo(1);
    }

    @Test
    void measures_a_method_that_returns_nothing_in_spite_of_a_condition_on_its_result() throws Throwable {
        call("ofVoid");

        assertThat(woven.value("job_processed_total{job_type=\"of void\"}")).isEqualTo(1);
        assertThat(woven.value("job_failed_total{job_type=\"of void\"}")).isZero();
    }

    @Test
    void ends_the_run_when_the_stage_completes() throws Throwable {
        CompletableFuture<String> result = new CompletableFuture<>();
        assertThat(call("stage", "1", result)).isSameAs(result);
        assertThat(JobContext.currentRun()).isNull();
        assertThat(woven.value("active_jobs{job_type=\"stage\"}")).isEqualTo(1);

        result.complete("bad");

        assertThat(woven.value("active_jobs{job_type=\"stage\"}")).isZero();
        assertThat(woven.value("job_failed_total{job_type=\"stage\"}")).isEqualTo(1);
    }

    @Test
    void finds_a_stage_behind_a_result_of_type_object() throws Throwable {
        CompletableFuture<String> result = new CompletableFuture<>();
        call("object", "1", result);
        call("object", "2", "no stage");
        assertThat(woven.value("job_processed_total{job_type=\"object\"}")).isEqualTo(1);

        result.completeExceptionally(new IllegalStateException("late"));

        assertThat(woven.heard).endsWith("ended object 1 failed java.lang.IllegalStateException: late");
    }

    @Test
    void tells_the_verdict_of_a_scan_when_its_stage_completes() throws Throwable {
        CompletableFuture<String> result = new CompletableFuture<>();
        call("scanStage", result);
        assertThat(woven.heard).isEmpty();

        result.complete("INFECTED");

        assertThat(woven.heard).containsExactly("scanned stage INFECTED in null");
    }

    @Test
    void puts_the_job_outside_of_the_scan_and_the_scan_outside_of_the_operation() throws Throwable {
        assertThat(call("both", 1, null)).isEqualTo(1);

        assertThat(woven.heard)
                .containsExactly(
                        "started both 1 by null attempt 1",
                        "operated step true in both",
                        "scanned null INFECTED in both job_id=1",
                        "ended both 1 completed");
    }

    @Test
    void lets_the_exception_of_the_application_through_and_skips_the_job_of_a_failed_scan() {
        RuntimeException thrown = new IllegalStateException("no scanner");

        assertThatThrownBy(() -> call("both", 1, thrown)).isSameAs(thrown);

        assertThat(woven.heard).endsWith("ended both 1 skipped " + thrown);
        assertThat(woven.value("scan_failed_total")).isEqualTo(1);
        assertThat(woven.value("operation_failed_total{operation=\"step\"}")).isEqualTo(1);
    }

    @Test
    void lets_start_and_end_meet_by_id() throws Throwable {
        call("create", "1");
        call("begin", "1", null);
        assertThat(woven.value("active_jobs{job_type=\"split\"}")).isEqualTo(1);
        call("fail", "1", new Exception("why"));
        call("begin", "2", null);
        Object other = worker;
        Thread thread = new Thread(() -> {
            try {
                Woven.call(other, "finish", "2");
            } catch (Throwable e) {
                woven.failures.add(e);
            }
        });
        thread.start();
        thread.join();

        assertThat(woven.heard)
                .containsExactly(
                        "created split 1",
                        "started split 1 by null attempt 1",
                        "ended split 1 failed why",
                        "started split 2 by null attempt 1",
                        "ended split 2 completed");
        assertThat(woven.value("job_wait_seconds{job_type=\"split\"}")).isEqualTo(1);
        assertThat(woven.value("active_jobs{job_type=\"split\"}")).isZero();
    }

    @Test
    void fails_the_run_of_a_start_that_throws() {
        RuntimeException thrown = new IllegalStateException("at start");

        assertThatThrownBy(() -> call("begin", "1", thrown)).isSameAs(thrown);

        assertThat(woven.heard).endsWith("ended split 1 failed " + thrown);
    }

    @Test
    void nests_the_runs_of_a_method_that_calls_itself() throws Throwable {
        assertThat(call("recursive", 9)).isEqualTo(9);

        assertThat(woven.value("job_processed_total{job_type=\"recursive\"}")).isEqualTo(10);
    }

    @Test
    void weaves_every_way_out_of_a_method() throws Throwable {
        assertThat(call("branches", 0)).isEqualTo("at 0");
        assertThat(call("branches", 4)).isEqualTo("at 2");
        assertThat(call("branches", 100)).isEqualTo("caught");

        assertThat(woven.value("job_processed_total{job_type=\"loop\"}")).isEqualTo(3);
    }

    private Object call(String method, Object... arguments) throws Throwable {
        return Woven.call(worker, method, arguments);
    }

    private static Object good(String method) {
        switch (method) {
            case "ofInt":
                return 6;
            case "ofLong":
                return 6L;
            case "ofDouble":
                return 7.0;
            case "ofBoolean":
                return true;
            default:
                return new int[] {1};
        }
    }

    private static Object bad(String method) {
        switch (method) {
            case "ofInt":
                return 7;
            case "ofLong":
                return 7L;
            case "ofDouble":
                return 7.5;
            case "ofBoolean":
                return false;
            default:
                return null;
        }
    }
}
