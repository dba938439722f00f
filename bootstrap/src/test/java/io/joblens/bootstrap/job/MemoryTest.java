package io.joblens.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.JobStats;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.Untroubled;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs cost, and that nothing of them stays. */
@Timeout(60)
class MemoryTest {
    private static final int MOST = 1_000;

    private final Registry registry = new Registry(Map.of(), 100, 10, Clock.SYSTEM, new Untroubled());
    private final Jobs jobs = new Jobs(MOST, Long.MAX_VALUE, Clock.SYSTEM, registry);
    private final JobStats stats = registry.job("video");

    @Test
    void costs_one_object_of_64_bytes_for_a_run() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        int runs = 50_000;
        runAll(runs);
        long before = threads.getThreadAllocatedBytes(self);
        runAll(runs);
        long perRun = (threads.getThreadAllocatedBytes(self) - before) / runs;

        assertThat(perRun).isLessThanOrEqualTo(64);
    }

    @Test
    void keeps_no_chain_of_the_runs_that_ended_elsewhere() {
        Deque<JobRun> inFlight = new ArrayDeque<>();
        List<WeakReference<JobRun>> ended = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            JobRun run = jobs.start(stats, i, null, 1, Fields.NONE, WovenMethods.NONE, null);
            jobs.keepOpen(run);
            inFlight.add(run);
            if (inFlight.size() > 3) {
                JobRun oldest = inFlight.remove();
                jobs.end(oldest, Outcome.COMPLETED, null, Fields.NONE);
                ended.add(new WeakReference<>(oldest));
            }
        }
        ended.subList(ended.size() - 5, ended.size()).clear();

        assertThat(holdsAfterCollections(() -> ended.stream().allMatch(ref -> ref.get() == null)))
                .isTrue();
        inFlight.forEach(run -> jobs.end(run, Outcome.COMPLETED, null, Fields.NONE));
        assertThat(JobContext.currentRun()).isNull();
    }

    @Test
    void forgets_the_id_of_a_run_that_was_opened_twice() throws Exception {
        for (int i = 0; i < 100; i++) {
            JobRun run = jobs.start(stats, i, null, 1, Fields.NONE, WovenMethods.NONE, null);
            jobs.keepOpen(run);
            jobs.keepOpen(run);
            jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
            jobs.keepOpen(run);
        }

        assertThat(openRuns("runs")).isEmpty();
        assertThat(openRuns("byId")).isEmpty();
    }

    @Test
    void is_bounded_in_the_runs_and_the_created_jobs_it_keeps() throws Exception {
        Thread starter = new Thread(() -> {
            for (int i = 0; i < 3 * MOST; i++) {
                jobs.keepOpen(jobs.start(stats, i, null, 1, Fields.NONE, WovenMethods.NONE, null));
            }
        });
        starter.start();
        starter.join();
        assertThat(openRuns("runs")).hasSize(MOST);
        assertThat(openRuns("byId")).hasSize(MOST);

        CreatedJobs created = new CreatedJobs(10);
        for (int i = 0; i < 100; i++) {
            created.add("video", i, i);
        }
        assertThat(created.take("video", 89)).isNull();
        assertThat(created.take("video", 90).atNanos).isEqualTo(90);
        assertThat(created.take("video", 90)).isNull();
    }

    @Test
    void forgets_the_contexts_of_threads_that_are_gone() throws Exception {
        List<WeakReference<JobContext>> contexts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Thread thread = new Thread(() -> contexts.add(new WeakReference<>(JobContext.get())));
            thread.start();
            thread.join();
        }

        assertThat(holdsAfterCollections(() -> contexts.stream().allMatch(ref -> ref.get() == null)))
                .isTrue();
        assertThat(JobContext.all()).doesNotContainNull();
    }

    private void runAll(int count) {
        for (int i = 0; i < count; i++) {
            jobs.end(
                    jobs.start(stats, "1", null, 1, Fields.NONE, WovenMethods.NONE, null),
                    Outcome.COMPLETED,
                    null,
                    Fields.NONE);
        }
    }

    private Collection<?> openRuns(String name) throws ReflectiveOperationException {
        Field openRuns = Jobs.class.getDeclaredField("openRuns");
        openRuns.setAccessible(true);
        Field field = OpenRuns.class.getDeclaredField(name);
        field.setAccessible(true);
        Object value = field.get(openRuns.get(jobs));
        return value instanceof Map ? ((Map<?, ?>) value).values() : (Collection<?>) value;
    }

    private static boolean holdsAfterCollections(BooleanSupplier condition) {
        for (int i = 0; i < 50 && !condition.getAsBoolean(); i++) {
            System.gc();
        }
        return condition.getAsBoolean();
    }
}
