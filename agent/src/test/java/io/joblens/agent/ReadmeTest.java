package io.joblens.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.config.Option;
import io.joblens.agent.rule.Word;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private final String readme = read();

    @Test
    void has_a_row_for_every_option_with_its_default_and_its_sentence() {
        for (Option option : Option.values()) {
            String preset = option.defaultText() == null ? "" : "`" + option.defaultText() + "`";
            assertThat(readme).contains("| `" + option.key() + "` | " + preset + " | " + option.description() + " |");
        }
    }

    @Test
    void names_every_annotation() {
        for (Word word : Word.values()) {
            if (word != Word.JOB_FIELDS) {
                assertThat(readme).contains("`" + word);
            }
        }
    }

    @Test
    void names_every_metric() {
        assertThat(families())
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    private static List<String> families() {
        List<String> names = new ArrayList<>();
        Registry registry = new Registry(Map.of(), 10, 10, Clock.SYSTEM, new Registry.Listener() {
            @Override
            public void failed(Throwable thrown) {}

            @Override
            public void namesExhausted(String label, String name, int most) {}
        });
        registry.collect(
                new MetricSink() {
                    @Override
                    public void family(Family family) {
                        names.add(family.name());
                    }

                    @Override
                    public void sample(Labels labels, double value) {}

                    @Override
                    public void histogram(Labels labels, HistogramReading reading) {}
                },
                false);
        return names;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../README.md"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
