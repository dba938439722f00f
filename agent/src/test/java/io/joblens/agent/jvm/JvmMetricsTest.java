package io.joblens.agent.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.MetricSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmMetricsTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void leaves_out_what_the_jvm_cannot_tell_and_shows_the_rest() {
        MetricSource broken = (sink, constant) -> {
            throw new IllegalArgumentException("committed = 2 should be < max = 1");
        };
        MetricSource sound = (sink, constant) -> {
            sink.family(Family.gauge("sound", "Sound"));
            sink.sample(constant, 1);
        };
        new JvmMetrics(broken, sound).collect(new Names(), Labels.of(Map.of()));
        assertThat(shown).containsExactly("sound");
    }

    private final class Names implements MetricSink {
        private Family family;

        @Override
        public void family(Family next) {
            family = next;
        }

        @Override
        public void sample(Labels labels, double value) {
            shown.add(family.name());
        }

        @Override
        public void histogram(Labels labels, HistogramReading reading) {
            throw new AssertionError(family.name());
        }
    }
}
