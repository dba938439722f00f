package io.joblens.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CountsTest {
    private static final int NUMBER = 100_003;

    @Test
    void keeps_every_number_apart() {
        Counts counts = new Counts();
        counts.increment(40);
        counts.increment(40);
        counts.increment(3);

        assertThat(List.of(counts.get(40), counts.get(3), counts.get(41), counts.get(1_000)))
                .containsExactly(2L, 1L, 0L, 0L);
    }

    @Test
    void adds_what_another_one_counted() {
        Counts counts = new Counts();
        counts.increment(3);
        Counts ended = new Counts();
        ended.increment(3);
        ended.increment(40);
        counts.add(ended);

        assertThat(List.of(counts.get(3), counts.get(40))).containsExactly(2L, 1L);
    }

    @Test
    void counts_for_all_threads_once_they_have_ended_too() throws InterruptedException {
        long before = JobContext.counted(NUMBER);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int call = 0; call < 1_000; call++) {
                    JobContext.get().count(NUMBER);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
        assertThat(JobContext.counted(NUMBER) - before).isEqualTo(8_000);

        while (JobContext.all().size() > 1) {
            System.gc();
        }
        assertThat(JobContext.counted(NUMBER) - before).isEqualTo(8_000);
    }
}
