package io.joblens.agent.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {
    @TempDir
    Path folder;

    @Test
    void reads_what_Linux_tells_of_the_process() throws IOException {
        assertThat(collected("Name:\tjava\nVmPeak:\t 9000 kB\nVmSize:\t 8192 kB\nVmRSS:\t  1000 kB\nThreads:\t9\n"))
                .containsExactly(
                        Map.entry("process_virtual_memory_bytes", 8388608.0),
                        Map.entry("process_resident_memory_bytes", 1024000.0));
    }

    @Test
    void says_nothing_of_what_it_does_not_find() throws IOException {
        assertThat(collected("Name:\tkthreadd\n")).isEmpty();
        assertThat(collected(new ProcessMemory(folder.resolve("absent").toFile())))
                .isEmpty();
    }

    private Map<String, Double> collected(String status) throws IOException {
        Path file = Files.writeString(folder.resolve("status"), status);
        return collected(new ProcessMemory(file.toFile()));
    }

    private static Map<String, Double> collected(ProcessMemory memory) {
        Map<String, Double> values = new LinkedHashMap<>();
        memory.collect(
                new MetricSink() {
                    private Family family;

                    @Override
                    public void family(Family next) {
                        family = next;
                    }

                    @Override
                    public void sample(Labels labels, double value) {
                        values.put(family.name(), value);
                    }

                    @Override
                    public void histogram(Labels labels, HistogramReading reading) {
                        throw new AssertionError(family.name());
                    }
                },
                Labels.of(Map.of()));
        return values;
    }
}
