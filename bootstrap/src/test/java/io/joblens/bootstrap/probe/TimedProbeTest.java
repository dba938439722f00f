package io.joblens.bootstrap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.WovenMethods;
import org.junit.jupiter.api.Test;

/** Scans and operations, and the runs around them. */
class TimedProbeTest extends ProbeFixture {
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
}
