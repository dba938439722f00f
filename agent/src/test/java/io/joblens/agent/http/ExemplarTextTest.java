package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.CurrentTrace;
import io.joblens.bootstrap.metrics.Registry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExemplarTextTest {
    /** Within this time, in nanoseconds, a bucket keeps the exemplar it has. */
    private static final long STAYS = 100_000_000;

    private final Registry registry = Measured.registry();

    @Test
    void names_a_recent_job_of_each_bucket() {
        registry.keepExemplars();
        record("early", 300_000_000, 1);
        record("late", 450_000_000, 1 + STAYS);
        record("too soon", 460_000_000, 2 * STAYS);
        record(4711L, 700_000_000_000L, 4);
        record(null, 800_000_000_000L, 5 + STAYS);
        assertThat(Measured.openMetrics(registry))
                .containsPattern("seconds_bucket\\{job_type=\"a\",le=\"0.1\"} 0\n")
                .containsPattern("_bucket\\{job_type=\"a\",le=\"0.5\"} 3 # \\{job_id=\"late\"} 0.45 [0-9.]+\n")
                .containsPattern("_bucket\\{job_type=\"a\",le=\"60.0\"} 3\n")
                .containsPattern("_bucket\\{job_type=\"a\",le=\"\\+Inf\"} 5 # \\{job_id=\"4711\"} 700 [0-9.]+\n");
    }

    @Test
    void says_the_same_time_at_every_scrape() {
        registry.keepExemplars();
        record("a", 1, System.nanoTime());
        assertThat(Measured.openMetrics(registry))
                .contains("# {job_id=\"a\"}")
                .isEqualTo(Measured.openMetrics(registry));
    }

    @Test
    void escapes_ids() {
        registry.keepExemplars();
        record("a\\\"b\n動", 1, 1);
        assertThat(Measured.openMetrics(registry)).contains("# {job_id=\"a\\\\\\\"b\\n動\"} 0.000000001 ");
    }

    @Test
    void leaves_out_what_the_specification_has_no_room_for() {
        registry.keepExemplars();
        record("🎞".repeat(122), 1, 1);
        assertThat(Measured.openMetrics(registry)).contains("job_id");
        record("🎞".repeat(123), 1, 1 + STAYS);
        assertThat(Measured.openMetrics(registry)).doesNotContain("job_id");
    }

    @Test
    void name_the_trace_too_where_there_is_room() {
        registry.keepExemplars(tracing("0af7651916cd43dd8448eb211c80319c"));
        record("a".repeat(82), 1, 1);
        record(null, 300_000_000, 1);
        record("b".repeat(83), 700_000_000, 1);
        record("c".repeat(123), 1_500_000_000, 1);
        assertThat(Measured.openMetrics(registry))
                .contains("# {job_id=\"" + "a".repeat(82) + "\",trace_id=\"0af7651916cd43dd8448eb211c80319c\"} ")
                .contains("# {trace_id=\"0af7651916cd43dd8448eb211c80319c\"} 0.3 ")
                .contains("# {job_id=\"" + "b".repeat(83) + "\"} 0.7 ")
                .contains("# {trace_id=\"0af7651916cd43dd8448eb211c80319c\"} 1.5 ");
    }

    @Test
    void are_shown_to_those_alone_who_may_see_ids() {
        registry.keepExemplars();
        record("a", 1, 1);
        Request stranger = new Request(
                "GET", "/metrics", null, "example.org", true, Map.of("accept", "application/openmetrics-text"));
        assertThat(Measured.scrape(registry, stranger))
                .contains("le=\"0.5\"} 1\n", "# EOF")
                .doesNotContain("job_id");
    }

    @Test
    void are_not_in_the_plain_format_and_not_kept_unasked() {
        record("a", 1, 1);
        assertThat(Measured.openMetrics(registry)).doesNotContain("job_id");
        Registry keeping = Measured.registry();
        keeping.keepExemplars();
        keeping.job("a").processed(0, 1, 1, false, 1, "a");
        assertThat(Measured.prometheus(keeping)).doesNotContain("job_id");
    }

    private static CurrentTrace tracing(String id) {
        return new CurrentTrace() {
            @Override
            protected String id() {
                return id;
            }
        };
    }

    private void record(Object id, long nanos, long atNanos) {
        registry.job("a").processed(0, nanos, 1, false, atNanos, id);
    }
}
