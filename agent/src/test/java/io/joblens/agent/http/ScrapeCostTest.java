package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.JobStats;
import io.joblens.bootstrap.metrics.Registry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a scrape of 10,000 sample lines costs the application's heap. */
class ScrapeCostTest {
    private static final int LINES = 10_000;
    private static final int LINES_OF_A_TYPE = 42;
    private static final int BUDGET = 64 * 1024;

    private static final Request REQUEST = new Request("GET", "/metrics", null, "localhost", true, Map.of());

    private final PrometheusRoute route = new PrometheusRoute(large(), new BufferStock());

    @Test
    void writes_ten_thousand_lines_within_64_KB_of_garbage() {
        for (int i = 0; i < 5; i++) {
            route.answer(REQUEST).sent();
        }
        Response response = route.answer(REQUEST);
        long lines = Response.UTF_8
                .decode(response.body())
                .chars()
                .filter(c -> c == '\n')
                .count();
        response.sent();
        assertThat(lines).isGreaterThan(LINES);
        long before = allocated();
        route.answer(REQUEST).sent();
        assertThat(allocated() - before).isLessThan(BUDGET);
    }

    @Test
    void answers_the_same_from_a_buffer_that_was_used_before() {
        Registry registry = Measured.seed();
        PrometheusRoute again = new PrometheusRoute(registry, new BufferStock());
        for (int i = 0; i < 3; i++) {
            Response response = again.answer(REQUEST);
            assertThat(Response.UTF_8.decode(response.body()).toString()).isEqualTo(Measured.prometheus(registry));
            response.sent();
        }
    }

    private static Registry large() {
        Registry registry = Measured.registry();
        Random random = new Random(7);
        for (int type = 0; type < LINES / LINES_OF_A_TYPE + 10; type++) {
            JobStats job = registry.job("type-of-job-" + type);
            for (int i = 0; i < 100; i++) {
                job.processed(0, (long) (random.nextDouble() * 1e11), 1 + random.nextInt(4), false, i, null);
                job.waited(0, (long) (random.nextDouble() * 1e15), i, null);
            }
        }
        return registry;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
