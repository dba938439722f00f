package io.joblens.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GaugeReaderTest {
    private static final long FOR_EVER = 60_000;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<Gauge> gauges = new CopyOnWriteArrayList<>();
    private final Gauge gauge = new Gauge(Family.gauge("queue_length", "Current queue length"));

    GaugeReaderTest() {
        gauges.add(gauge);
    }

    @Test
    void adds_up_the_sources() {
        gauge.add(() -> 40);
        gauge.add(() -> 2.5);

        reader(FOR_EVER).refresh();

        assertThat(gauge.value()).isCloseTo(42.5, within(0.0));
    }

    @Test
    void reports_a_source_that_throws_and_counts_the_others() {
        Error thrown = new StackOverflowError();
        gauge.add(() -> {
            throw thrown;
        });
        gauge.add(() -> 7);

        reader(FOR_EVER).refresh();

        assertThat(gauge.value()).isEqualTo(7);
        assertThat(failures).containsExactly(thrown);
    }

    @Test
    void reads_again_after_the_report_of_a_failure_failed() {
        List<Integer> reads = new ArrayList<>();
        gauge.add(() -> {
            reads.add(reads.size());
            throw new IllegalStateException();
        });
        GaugeReader reader = new GaugeReader(
                gauges,
                thrown -> {
                    throw new OutOfMemoryError();
                },
                FOR_EVER);

        reader.refresh();
        reader.refresh();

        assertThat(reads).containsExactly(0, 1);
    }

    @Test
    void gives_the_values_of_the_last_time_when_a_source_is_stuck() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Double> values = new CopyOnWriteArrayList<>(List.of(5.0));
        gauge.add(() -> {
            if (values.get(0) == 6) {
                stuck.countDown();
                release.await();
            }
            return values.get(0);
        });
        GaugeReader patient = reader(FOR_EVER);
        patient.refresh();
        values.set(0, 6.0);
        GaugeReader impatient = reader(1);

        impatient.refresh();

        assertThat(stuck.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(gauge.value()).isEqualTo(5);
        impatient.refresh();
        release.countDown();
        values.set(0, 7.0);
        reader(FOR_EVER).refresh();
        assertThat(gauge.value()).isEqualTo(7);
    }

    @Test
    void leaves_an_interrupted_thread_interrupted() {
        CountDownLatch release = new CountDownLatch(1);
        gauge.add(() -> {
            release.await();
            return 0;
        });
        Thread.currentThread().interrupt();

        reader(FOR_EVER).refresh();

        assertThat(Thread.interrupted()).isTrue();
        release.countDown();
    }

    private GaugeReader reader(long patienceMillis) {
        return new GaugeReader(gauges, failures::add, patienceMillis);
    }
}
