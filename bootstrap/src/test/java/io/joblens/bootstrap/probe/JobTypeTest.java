package io.joblens.bootstrap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.JobStats;
import io.joblens.bootstrap.metrics.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTypeTest {
    private final List<String> exhausted = new ArrayList<>();
    private final Registry registry = new Registry(Map.of(), 10, 2, Clock.SYSTEM, new Registry.Listener() {
        @Override
        public void failed(Throwable thrown) {}

        @Override
        public void namesExhausted(String label, String name, int most) {
            exhausted.add(name);
        }
    });
    private final JobType read = JobType.read((returned, thrown, a, b, c, many) -> a, registry, new Tally());

    @Test
    void has_one_series_where_the_type_is_always_the_same() {
        JobStats stats = registry.job("video");

        assertThat(JobType.always(stats).of("anything", null, null, null)).isSameAs(stats);
    }

    @Test
    void finds_the_series_of_the_type_that_a_call_tells() {
        assertThat(of("mail")).isSameAs(registry.job("mail"));
        assertThat(of(new StringBuilder("mail"))).isSameAs(registry.job("mail"));
    }

    @Test
    void counts_as_other_without_a_type_or_beyond_the_limit() {
        assertThat(of(null).type()).isEqualTo("other");
        assertThat(of("").type()).isEqualTo("other");
        of("a");
        assertThat(of("b").type()).isEqualTo("other");
        assertThat(of("b").type()).isEqualTo("other");
        assertThat(exhausted).containsExactly("b");
    }

    @Test
    void keeps_a_type_short_enough_for_a_label() {
        assertThat(of("x".repeat(1000)).type()).hasSize(200);
    }

    private JobStats of(Object argument) {
        return read.of(argument, null, null, null);
    }
}
