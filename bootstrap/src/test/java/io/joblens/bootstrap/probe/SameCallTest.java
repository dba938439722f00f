package io.joblens.bootstrap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.Joblens;
import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.NothingLeaks;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Collected;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.Untroubled;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One call that several probes see counts once: the outer one. */
class SameCallTest {
    private static final int SUB = WovenMethods.number("com.acme.Sub", "encode(I)V", false);
    private static final int BASE = WovenMethods.number("com.acme.Base", "encode(I)V", false);
    private static final int OTHER = WovenMethods.number("com.acme.Sub", "upload()V", false);
    private static final int OF_PRESET = WovenMethods.number("com.acme.Framework", "run()V", true);

    private final Registry registry = new Registry(Map.of(), 100, 100, Clock.SYSTEM, new Untroubled());
    private final Jobs jobs = new Jobs(100, Long.MAX_VALUE, Clock.SYSTEM, registry);

    @RegisterExtension
    final NothingLeaks leaks = new NothingLeaks();

    @AfterEach
    void leaves_all_scans() {
        assertThat(JobContext.get().isInOtherScan(WovenMethods.NONE, null)).isFalse();
    }

    @Test
    void counts_a_job_once_that_is_passed_on_to_super() {
        int sub = job("video", SUB);
        int base = job("video", BASE);

        call(sub, this, "1", () -> call(base, this, "1", () -> {}));

        assertThat(processed("video")).isOne();
    }

    @Test
    void counts_an_override_of_another_type_and_what_it_overrides() {
        int sub = job("page", SUB);
        int base = job("video", BASE);

        call(sub, this, "1", () -> call(base, this, "1", () -> {}));

        assertThat(processed("page")).isOne();
        assertThat(processed("video")).isOne();
    }

    @Test
    void counts_a_job_once_whose_override_a_preset_means() {
        int sub = job("page", SUB);
        int base = job("framework", WovenMethods.number("com.acme.Base", "encode(I)V", true));

        call(sub, this, null, () -> call(base, this, "1", () -> {}));

        assertThat(processed("page")).isOne();
        assertThat(processed("framework")).isZero();
    }

    @Test
    void counts_a_start_once_that_is_passed_on_to_super() {
        int sub = start("video", SUB);
        int base = start("video", BASE);

        call(sub, this, "1", () -> call(base, this, "1", () -> {}));
        int end = Joblens.add(
                new JobEndProbe(jobs, null, BY_A, RunEnd.told(jobs, null, null, RunValues.none(new Tally()))));
        call(end, this, "1", () -> {});

        assertThat(processed("video")).isOne();
        assertThat(value("joblens_unmatched_ends_total")).isZero();
    }

    @Test
    void takes_a_call_after_the_start_for_another_one() {
        int sub = start("video", SUB);
        int base = start("video", BASE);
        int end = Joblens.add(
                new JobEndProbe(jobs, null, BY_A, RunEnd.told(jobs, null, null, RunValues.none(new Tally()))));

        call(sub, this, "1", () -> {});
        call(base, this, "2", () -> {});
        call(end, this, "2", () -> {});
        call(end, this, "1", () -> {});

        assertThat(processed("video")).isEqualTo(2);
    }

    @Test
    void counts_a_job_that_calls_itself() {
        int sub = job("video", SUB);

        call(sub, this, "1", () -> call(sub, this, "2", () -> {}));

        assertThat(processed("video")).isEqualTo(2);
    }

    @Test
    void counts_the_same_method_of_another_object() {
        int sub = job("video", SUB);
        int base = job("video", BASE);

        call(sub, this, "1", () -> call(base, "another", "1", () -> {}));

        assertThat(processed("video")).isEqualTo(2);
    }

    @Test
    void counts_another_method_of_the_same_object() {
        int sub = job("video", SUB);
        int other = job("page", OTHER);

        call(sub, this, "1", () -> call(other, this, "1", () -> {}));

        assertThat(processed("video")).isOne();
        assertThat(processed("page")).isOne();
    }

    @Test
    void counts_a_job_once_that_a_preset_and_the_application_know_by_one_id() {
        int framework = job("framework", OF_PRESET);
        int own = job("own", OTHER);

        call(framework, "listener", "7", () -> call(own, this, 7L, () -> {}));
        call(own, this, "8", () -> call(framework, "sender", "8", () -> {}));

        assertThat(processed("framework")).isOne();
        assertThat(processed("own")).isOne();
    }

    @Test
    void counts_the_jobs_inside_of_a_presets_job() {
        int framework = job("framework", OF_PRESET);
        int own = job("own", OTHER);

        call(framework, "timer", null, () -> {
            call(own, this, "1", () -> {});
            call(own, this, "2", () -> {});
            call(own, this, null, () -> {});
        });

        assertThat(processed("framework")).isOne();
        assertThat(processed("own")).isEqualTo(3);
    }

    @Test
    void counts_a_scan_once_that_a_preset_sees_inside_of_it() {
        int own = scan("own", OTHER);
        int client = scan("client", OF_PRESET);

        timed(own, this, () -> {
            timed(client, "client", () -> {});
            timed(client, "client", () -> {});
        });
        timed(client, "client", () -> timed(own, this, () -> {}));

        assertThat(clean("own")).isOne();
        assertThat(clean("client")).isOne();
    }

    @Test
    void counts_a_scan_once_that_is_passed_on_to_super() {
        int sub = scan("own", SUB);
        int base = scan("own", BASE);

        timed(sub, this, () -> timed(base, this, () -> {}));

        assertThat(clean("own")).isOne();
    }

    @Test
    void counts_scans_inside_of_a_scan_that_were_both_asked_for() {
        int archive = scan("archive", OTHER);
        int entry = scan("entry", SUB);
        int client = scan("client", OF_PRESET);

        timed(archive, this, () -> {
            timed(entry, this, () -> timed(client, "client", () -> {}));
            timed(entry, this, () -> timed(client, "client", () -> {}));
        });

        assertThat(clean("archive")).isOne();
        assertThat(clean("entry")).isEqualTo(2);
        assertThat(clean("client")).isZero();
    }

    @Test
    void recovers_from_a_scan_whose_exit_was_lost() {
        int own = scan("own", OTHER);
        int client = scan("client", OF_PRESET);

        Joblens.scan(own, this);
        timed(own, this, () -> {});
        timed(client, "client", () -> {});

        assertThat(clean("client")).isOne();
    }

    private static final ValueReader A = (returned, thrown, a, b, c, many) -> a;
    private static final RunValues BY_A =
            new RunValues(A, null, null, null, new String[0], new ValueReader[0], new Tally());

    private int job(String type, int method) {
        return Joblens.add(new WholeJobProbe(
                jobs, started(type, method), RunEnd.told(jobs, null, null, RunValues.none(new Tally()))));
    }

    private int start(String type, int method) {
        return Joblens.add(new JobStartProbe(jobs, started(type, method)));
    }

    private RunStart started(String type, int method) {
        return new RunStart(jobs, JobType.always(registry.job(type)), BY_A, method);
    }

    private int scan(String name, int method) {
        Condition never = (returned, thrown, a, b, c, many) -> false;
        return Joblens.add(new ScanProbe(
                jobs, ScanName.always(registry.scan(name)), RunValues.none(new Tally()), never, null, method));
    }

    private static void call(int probe, Object receiver, Object id, Runnable body) {
        Object token = Joblens.enter(probe, receiver, id, null, null, null);
        body.run();
        Joblens.exit(probe, token, null, null, id, null, null, null);
    }

    private static void timed(int probe, Object receiver, Runnable body) {
        long start = Joblens.scan(probe, receiver);
        body.run();
        Joblens.timed(probe, start, null, null, null, null, null, null);
    }

    private double processed(String type) {
        return value("job_processed_total{job_type=\"" + type + "\"}");
    }

    private double clean(String scan) {
        return value("scan_clean_total{scan=\"" + scan + "\"}");
    }

    private double value(String series) {
        return Collected.from(registry).value(series);
    }
}
