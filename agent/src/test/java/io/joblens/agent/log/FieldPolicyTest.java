package io.joblens.agent.log;

import static io.joblens.agent.log.Written.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.FieldPolicy;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.log.LogContext;
import io.joblens.bootstrap.probe.JobType;
import io.joblens.bootstrap.probe.RunEnd;
import io.joblens.bootstrap.probe.RunStart;
import io.joblens.bootstrap.probe.RunValues;
import io.joblens.bootstrap.probe.Tally;
import io.joblens.bootstrap.probe.ValueReader;
import io.joblens.bootstrap.probe.WholeJobProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FieldPolicyTest {
    private static final String SALT = "0123456789abcdef";

    @AfterEach
    void forget() {
        FieldPolicy.use(FieldPolicy.NONE);
    }

    @Test
    void secrets_of_a_call_never_enter_its_run() {
        use(List.of(), List.of("user_id", "owner"), Map.of());
        Written written = Written.json();
        RunValues values = new RunValues(
                slot(0),
                slot(1),
                null,
                null,
                new String[] {"password", "owner", "size"},
                new ValueReader[] {slot(2), slot(1), slot(2)},
                new Tally());
        WholeJobProbe probe = new WholeJobProbe(
                written.jobs,
                new RunStart(written.jobs, JobType.always(written.registry.job("encode")), values, WovenMethods.NONE),
                RunEnd.told(written.jobs, null, null, RunValues.none(new Tally())));
        Object token = probe.enter(null, "job-1", "user-1", 7, null);
        Object hash = SaltedHash.with(SALT).of("user-1");
        assertThat(written.takeJson())
                .containsEntry("job_id", "job-1")
                .containsEntry("user_id", hash)
                .containsEntry("owner", hash)
                .containsEntry("password", "***")
                .containsEntry("size", 7);
        assertThat(LogContext.join(null))
                .containsEntry("password", "***")
                .containsEntry("user_id", (String) hash)
                .containsEntry("job_id", "job-1");
        probe.exit(token, null, null, "job-1", "user-1", 7, null);
    }

    @Test
    void a_policy_that_comes_later_holds_for_calls_that_come_later() {
        Written written = Written.json();
        RunValues values = new RunValues(
                slot(0), null, null, null, new String[] {"token"}, new ValueReader[] {slot(1)}, new Tally());
        WholeJobProbe probe = new WholeJobProbe(
                written.jobs,
                new RunStart(written.jobs, JobType.always(written.registry.job("encode")), values, WovenMethods.NONE),
                RunEnd.told(written.jobs, null, null, RunValues.none(new Tally())));
        probe.exit(probe.enter(null, "1", "abc", null, null), null, null, "1", "abc", null, null);
        assertThat(written.take()).contains("abc");
        use(List.of(), List.of(), Map.of());
        probe.exit(probe.enter(null, "1", "abc", null, null), null, null, "1", "abc", null, null);
        assertThat(written.take()).doesNotContain("abc");
    }

    @Test
    void a_job_whose_id_is_hashed_still_meets_its_end() {
        use(List.of(), List.of("job_id"), Map.of());
        assertThat(FieldPolicy.current().value("job_id", "job-1"))
                .isEqualTo(SaltedHash.with(SALT).of("job-1"));
        use(List.of("*"), List.of(), Map.of());
        assertThat(FieldPolicy.current().value("job_id", "job-1")).isEqualTo("job-1");
        assertThat(FieldPolicy.current().value("user_id", "user-1")).isEqualTo("***");
    }

    @Test
    void fields_have_other_names_in_lines_and_in_the_context() {
        Map<String, String> names = new HashMap<>();
        names.put("job_id", "job.id");
        names.put("timestamp", "@timestamp");
        names.put("user_id", null);
        names.put("duration_ms", "took");
        use(List.of(), List.of(), names);
        Written written = Written.json();
        JobRun run = written.jobs.start(
                written.registry.job("encode"),
                "job-1",
                "user-1",
                2,
                fields("user_id", "twin", "job.id", "mine", "a", 1),
                WovenMethods.NONE,
                null);
        assertThat(written.takeJson())
                .containsOnlyKeys(
                        "@timestamp", "level", "message", "job.id", "job_type", "attempts", "field_job.id", "a")
                .containsEntry("job.id", "job-1")
                .containsEntry("field_job.id", "mine");
        assertThat(LogContext.join(null))
                .containsOnlyKeys("job.id", "job_type", "attempts", "a")
                .containsEntry("job.id", "job-1");
        written.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
        assertThat(written.takeJson()).containsKey("took").doesNotContainKey("duration_ms");
    }

    @Test
    void an_applications_field_fills_a_renamed_one_that_is_empty() {
        use(List.of(), List.of(), Map.of("user_id", "user.id"));
        Written written = Written.text();
        written.log.created("encode", "job-1", null, fields("user_id", "user-1", "b", 2));
        assertThat(written.take())
                .isEqualTo(
                        "[2024-01-15T10:30:45.123Z] [INFO] Job created job_id=job-1 job_type=encode user.id=user-1 b=2\n");
    }

    private static void use(List<String> mask, List<String> hash, Map<String, String> names) {
        FieldPolicy.use(new LogFields(mask, hash, SALT, names));
    }

    private static ValueReader slot(int number) {
        return new ValueReader() {
            @Override
            public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
                return number == 0 ? a : number == 1 ? b : c;
            }
        };
    }
}
