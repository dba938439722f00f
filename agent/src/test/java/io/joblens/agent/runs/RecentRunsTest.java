package io.joblens.agent.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobListener;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RecentRunsTest {
    private final Work work = new Work();

    @Test
    void shows_the_newest_first_also_where_nanoseconds_start_again_from_below() {
        work.run("a", "1", 4, Outcome.COMPLETED, null);
        work.run("b", 2L, 4, Outcome.FAILED, "out of paper");
        work.run(null, null, 4, Outcome.SKIPPED, null);

        assertThat(work.nanos).isNegative();
        assertThat(work.recent.newestFirst())
                .extracting(run -> run.type, run -> run.id, run -> run.outcome, run -> run.error)
                .containsExactly(
                        tuple(null, null, Outcome.SKIPPED, null),
                        tuple("b", 2L, Outcome.FAILED, "out of paper"),
                        tuple("a", "1", Outcome.COMPLETED, null));
        assertThat(work.recent.newestFirst()).allMatch(run -> run.durationNanos == 4 * Work.MILLI);
        assertThat(work.recent.wallMillis(work.recent.newestFirst().get(2).endNanos))
                .isEqualTo(Work.START_MILLIS + 4);
    }

    @Test
    void keeps_the_last_200() {
        for (int i = 0; i < 450; i++) {
            work.run("a", i, 1, Outcome.COMPLETED, null);
        }

        assertThat(work.recent.newestFirst())
                .extracting(run -> run.id)
                .containsExactlyElementsOf(IntStream.range(0, 200)
                        .mapToObj(i -> (Object) (449 - i))
                        .toList());
    }

    @Test
    void keeps_of_a_flood_only_what_fails() {
        for (int i = 0; i < 450; i++) {
            work.run("a", i, 0, Outcome.COMPLETED, null);
        }
        assertThat(work.recent.newestFirst())
                .extracting(run -> run.id)
                .contains(0, 199)
                .doesNotContain(200);
        work.run("a", "failed", 0, Outcome.FAILED, "no paper");
        work.run("a", "a tenth of a second later", 100, Outcome.COMPLETED, null);

        assertThat(work.recent.newestFirst()).extracting(run -> run.id).contains("failed", "a tenth of a second later");
    }

    @Test
    void cuts_long_ids_and_errors() {
        work.run("a", "i".repeat(10_000), 1, Outcome.FAILED, new IllegalStateException("e".repeat(10_000)));

        EndedRun run = work.recent.newestFirst().get(0);
        assertThat(run.id.toString()).hasSize(201).endsWith("i…");
        assertThat(run.error).hasSize(501).endsWith("e…");
        assertThat(run.exception).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void cuts_no_character_in_two() {
        work.run("a", "1" + "\uD83C\uDF9E".repeat(200), 1, Outcome.COMPLETED, null);

        assertThat(work.recent.newestFirst().get(0).id.toString()).hasSize(200).endsWith("\uD83C\uDF9E…");
    }

    @Test
    void survives_a_throwable_that_throws() {
        work.run("a", "1", 1, Outcome.FAILED, new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException();
            }
        });

        assertThat(work.recent.newestFirst().get(0).error).startsWith(getClass().getName());
    }

    @Test
    void holds_nothing_of_what_was_thrown() {
        WeakReference<Throwable> thrown = fail();

        Awaitility.await().until(() -> {
            System.gc();
            return thrown.get() == null;
        });
        assertThat(work.recent.newestFirst()).hasSize(1);
    }

    @Test
    void passes_on_what_it_hears() throws Exception {
        List<String> heard = new ArrayList<>();
        JobListener log = (JobListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JobListener.class}, (proxy, method, arguments) -> {
                    heard.add(method.getName());
                    return null;
                });
        JobListener listener = work.recent.before(log);
        work.jobs.listener(listener);
        work.run("a", "1", 1, Outcome.COMPLETED, null);
        listener.created("a", "1", null, Fields.NONE);
        listener.scanned("s", null, 1, null, null, Fields.NONE);
        listener.operated("o", true, 1, null, null, Fields.NONE);

        assertThat(heard).containsExactly("started", "ended", "created", "scanned", "operated");
    }

    @Test
    void costs_no_garbage_beside_the_run() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        Throwable thrown = new IllegalStateException("no stack is walked, no text is made");
        int runs = 20_000;
        runAll(runs, thrown);
        long before = threads.getThreadAllocatedBytes(self);
        runAll(runs, thrown);
        long perRun = (threads.getThreadAllocatedBytes(self) - before) / runs;

        assertThat(perRun).isLessThanOrEqualTo(64);
    }

    @Test
    void never_mixes_two_runs_up() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 12; t++) {
                String name = "t" + t;
                all.add(threads.submit((Callable<?>) () -> {
                    for (int i = 0; i < 3_000; i++) {
                        work.run(name, name + "-" + i, 0, Outcome.FAILED, name + "-" + i);
                    }
                    return null;
                }));
            }
            while (!all.stream().allMatch(Future::isDone)) {
                assertThat(work.recent.newestFirst())
                        .hasSizeLessThanOrEqualTo(200)
                        .allMatch(run -> run.id.equals(run.error) && run.error.startsWith(run.type + "-"));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(work.recent.newestFirst()).hasSize(200);
        assertThat(work.problems()).isEmpty();
    }

    private void runAll(int runs, Throwable thrown) {
        for (int i = 0; i < runs; i++) {
            JobRun run = work.start("a", "id");
            work.jobs.end(
                    run, i % 2 == 0 ? Outcome.COMPLETED : Outcome.FAILED, i % 2 == 0 ? null : thrown, Fields.NONE);
        }
    }

    private WeakReference<Throwable> fail() {
        Throwable thrown = new IllegalStateException("gone");
        work.run("a", "1", 1, Outcome.FAILED, thrown);
        return new WeakReference<>(thrown);
    }
}
