package io.joblens.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecorderTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void counts_every_value_of_many_threads() throws Exception {
        int threads = 8;
        int each = 20_000;
        Recorder recorder = new Recorder(1, 1, 100, null, Scale.DURATION, Scale.ATTEMPTS);
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int hint = t;
            Thread thread = new Thread(() -> {
                awaitAt(start);
                for (int i = 0; i < each; i++) {
                    Stripe stripe = recorder.take(hint);
                    int slot = stripe.slot(hint * each + i);
                    recorder.record(stripe, slot, 0, i, null, null, 0);
                    recorder.record(stripe, slot, 1, 1 + i % 6, null, null, 0);
                    stripe.add(0, 2);
                    stripe.raise(1, hint * each + i);
                    stripe.release();
                }
            });
            thread.start();
            all.add(thread);
        }
        HistogramReading[] during = readings(2);
        long seen = 0;
        while (all.stream().anyMatch(Thread::isAlive)) {
            long[] beside = new long[2];
            recorder.read(during, beside, true);
            assertThat(during[0].count()).isEqualTo(during[1].count()).isGreaterThanOrEqualTo(seen);
            assertThat(beside[0]).isEqualTo(2 * during[0].count());
            seen = during[0].count();
        }
        for (Thread thread : all) {
            thread.join();
        }

        HistogramReading[] readings = readings(2);
        long[] beside = new long[2];
        recorder.read(readings, beside, true);
        assertThat(readings[0].count()).isEqualTo((long) threads * each);
        assertThat(readings[0].sum()).isEqualTo(threads * (each * (each - 1L) / 2) / 1e9);
        assertThat(readings[1].count()).isEqualTo((long) threads * each);
        assertThat(beside).containsExactly(2L * threads * each, (long) threads * each - 1);
        assertThat(readings[0].samples().size()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 100, 1000})
    void keeps_exactly_the_newest_samples_of_all_stripes(int window) {
        Random random = new Random(window);
        Recorder recorder = new Recorder(0, 0, window, null, Scale.DURATION);
        List<Stripe> stripes = allStripes(recorder);
        List<Long> model = new ArrayList<>();
        // Near the end of what a long can hold: nanoTime may begin anywhere, and wrap.
        long now = Long.MAX_VALUE - 1_000;
        for (int i = 0; i < 3_000; i++) {
            now += 1 + random.nextInt(5);
            long nanos = random.nextLong(100 * SECOND);
            Stripe stripe = stripes.get(skewed(random, stripes.size()));
            recorder.record(stripe, stripe.slot(now), 0, nanos, null, null, 0);
            model.add(nanos);
            if (i % 97 == 0) {
                expectPercentiles(read(recorder), model, window);
            }
        }
        expectPercentiles(read(recorder), model, window);
    }

    @Test
    void keeps_as_many_samples_as_asked_for_when_several_have_the_same_time() {
        Recorder recorder = new Recorder(0, 0, 10, null, Scale.DURATION);
        for (Stripe stripe : allStripes(recorder)) {
            for (int i = 0; i < 10; i++) {
                recorder.record(stripe, stripe.slot(7), 0, i, null, null, 0);
            }
        }

        assertThat(read(recorder).samples().size()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "100000000, 0",
        "100000001, 1",
        "500000000, 1",
        "1000000000, 2",
        "60000000000, 7",
        "60000000001, 8",
        "-1, 0"
    })
    void puts_a_duration_into_the_bucket_whose_bound_it_does_not_exceed(long nanos, int bucket) {
        assertThat(Scale.DURATION.bucketOf(nanos)).isEqualTo(bucket);
    }

    @Test
    void has_the_promised_buckets() {
        assertThat(bounds(Scale.DURATION)).containsExactly(0.1, 0.5, 1, 2, 5, 10, 30, 60, Double.POSITIVE_INFINITY);
        assertThat(bounds(Scale.ATTEMPTS)).containsExactly(1, 2, 3, 5, Double.POSITIVE_INFINITY);
        assertThat(bounds(Scale.WAIT))
                .containsExactly(0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600, 14400, 86400, Double.POSITIVE_INFINITY);
    }

    @Test
    void gives_no_percentiles_without_samples() {
        assertThat(read(new Recorder(0, 0, 10, null, Scale.DURATION)).percentiles(0.5, 0.99))
                .containsExactly(0, 0);
    }

    @Test
    void keeps_no_samples_of_a_reading_that_does_not_ask_for_them() {
        Recorder recorder = new Recorder(0, 0, 10, null, Scale.DURATION);
        Stripe stripe = recorder.take(0);
        recorder.record(stripe, stripe.slot(1), 0, 5, null, null, 0);
        stripe.release();
        HistogramReading[] readings = readings(1);
        recorder.read(readings, new long[0], false);

        assertThat(readings[0].count()).isEqualTo(1);
        assertThat(readings[0].samples().size()).isZero();
    }

    @Test
    void waits_for_nobody_who_holds_a_stripe() {
        Recorder recorder = new Recorder(0, 0, 10, null, Scale.DURATION);
        Stripe held = recorder.take(0);

        Stripe other = recorder.take(0);

        assertThat(other).isNotSameAs(held);
    }

    @Test
    void reads_as_it_is_what_is_never_given_back() {
        Recorder recorder = new Recorder(0, 0, 10, null, Scale.DURATION);
        Stripe held = recorder.take(0);
        recorder.record(held, held.slot(1), 0, 5, null, null, 0);
        Stripe other = recorder.take(0);
        recorder.record(other, other.slot(2), 0, 6, null, null, 0);
        other.release();

        HistogramReading reading = read(recorder);

        assertThat(reading.count()).isEqualTo(2);
        assertThat(reading.samples().size()).isEqualTo(1);
        assertThat(held.take()).isFalse();
    }

    @Test
    void comes_back_to_the_only_stripe_that_is_free() {
        Recorder recorder = new Recorder(0, 0, 10, null, Scale.DURATION);
        List<Stripe> all = allStripes(recorder);
        all.forEach(stripe -> assertThat(stripe.take()).isTrue());
        for (int hint = -5; hint < 5; hint++) {
            Stripe free = all.get(hint & all.size() - 1);
            free.release();
            assertThat(recorder.take(hint)).isSameAs(free);
        }
    }

    private static void expectPercentiles(HistogramReading reading, List<Long> recorded, int window) {
        long[] newest = recorded.subList(Math.max(0, recorded.size() - window), recorded.size()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        assertThat(reading.samples().size()).isEqualTo(newest.length);
        assertThat(reading.percentiles(0.01, 0.5, 0.95, 0.99, 1))
                .containsExactly(
                        nearestRank(newest, 1),
                        nearestRank(newest, 50),
                        nearestRank(newest, 95),
                        nearestRank(newest, 99),
                        nearestRank(newest, 100));
        assertThat(reading.count()).isEqualTo(recorded.size());
        assertThat(reading.sum())
                .isEqualTo(recorded.stream().mapToLong(Long::longValue).sum() / 1e9);
    }

    /** The smallest sample that at least that share does not exceed, by whole numbers. */
    private static double nearestRank(long[] sorted, int percent) {
        int rank = (sorted.length * percent + 99) / 100;
        return sorted[rank - 1] / 1e9;
    }

    private static int skewed(Random random, int most) {
        return random.nextInt(4) == 0 ? random.nextInt(most) : 0;
    }

    /** All stripes a recorder can have, released again. */
    private static List<Stripe> allStripes(Recorder recorder) {
        int most = Integer.highestOneBit(Math.max(2, Runtime.getRuntime().availableProcessors()) * 4 - 1);
        Stripe[] all = new Stripe[most];
        Arrays.setAll(all, recorder::take);
        for (Stripe stripe : all) {
            stripe.release();
        }
        // In the recorder's own order, so that the hint of a stripe is its position.
        Stripe[] ordered = new Stripe[most];
        Arrays.setAll(ordered, hint -> {
            Stripe stripe = recorder.take(hint);
            stripe.release();
            return stripe;
        });
        return List.of(ordered);
    }

    private static HistogramReading read(Recorder recorder) {
        HistogramReading[] readings = readings(1);
        recorder.read(readings, new long[0], true);
        return readings[0];
    }

    private static HistogramReading[] readings(int count) {
        HistogramReading[] readings = new HistogramReading[count];
        Arrays.setAll(readings, i -> new HistogramReading());
        return readings;
    }

    private static double[] bounds(Scale scale) {
        double[] bounds = new double[scale.buckets()];
        Arrays.setAll(bounds, scale::bound);
        return bounds;
    }

    private static void awaitAt(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
