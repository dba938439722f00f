package io.joblens.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.Untroubled;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogContextTest {
    private final Registry registry = new Registry(Map.of(), 10, 10, Clock.SYSTEM, new Untroubled());
    private final Jobs jobs = new Jobs(10, Long.MAX_VALUE, Clock.SYSTEM, registry);

    @Test
    void gives_the_application_its_own_map_outside_of_any_job() {
        Map<String, String> own = Map.of("a", "b");

        assertThat(LogContext.isInJob()).isFalse();
        assertThat(LogContext.join(own)).isSameAs(own);
        assertThat(LogContext.join(null)).isNull();
    }

    @Test
    void joins_the_fields_of_the_run_with_the_values_of_the_application_which_win() {
        Fields fields = new Fields(new String[] {"page", "empty"}, new Object[] {12, null});
        JobRun run = jobs.start(registry.job("video"), 7L, "ann", 2, fields, WovenMethods.NONE, null);
        Map<String, String> own = Map.of("user_id", "bob", "request", "r1");

        assertThat(LogContext.isInJob()).isTrue();
        assertThat(LogContext.join(own))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "job_id",
                        "7",
                        "job_type",
                        "video",
                        "user_id",
                        "bob",
                        "attempts",
                        "2",
                        "page",
                        "12",
                        "request",
                        "r1"));
        assertThat(LogContext.join(null)).hasSize(5).containsEntry("user_id", "ann");
        assertThat(run.logFields()).hasSize(5).isSameAs(run.logFields());
        jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
        assertThat(LogContext.isInJob()).isFalse();
    }
}
