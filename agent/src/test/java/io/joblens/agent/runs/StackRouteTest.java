package io.joblens.agent.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class StackRouteTest {
    private final Work work = new Work();
    private final StackRoute route = new StackRoute(work.jobs);

    @Test
    void asks_for_the_run() throws Exception {
        for (String query : new String[] {"", "?x=1"}) {
            HttpResponse<String> answer = work.ask(route, query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("/api/stack?run=");
        }
    }

    @Test
    void says_that_a_run_has_ended() throws Exception {
        JobRun run = work.start("a", "1");
        work.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);

        HttpResponse<String> answer = work.ask(route, "?run=" + JobsRoute.key(run));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("This run has ended.\n");
    }

    @Test
    void shows_where_the_thread_of_a_run_is() throws Exception {
        BlockingQueue<JobRun> started = new LinkedBlockingQueue<>();
        CountDownLatch end = new CountDownLatch(1);
        Thread worker = new Thread(() -> waitInAJob(started, end), "printer-1");
        worker.start();
        JobRun run = started.take();

        HttpResponse<String> answer = work.ask(route, "?run=" + JobsRoute.key(run));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("printer-1 (").contains("    at ", "StackRouteTest.waitInAJob(");
        end.countDown();
        worker.join();
    }

    @Test
    void says_that_a_run_waits() throws Exception {
        JobRun run = work.start("a", "1");
        work.jobs.keepOpen(run);
        work.jobs.leave(run);

        assertThat(work.ask(route, "?run=" + JobsRoute.key(run)).body()).contains("it waits for its end");
        work.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
    }

    private void waitInAJob(BlockingQueue<JobRun> started, CountDownLatch end) {
        JobRun run = work.start("a", "1");
        started.add(run);
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        work.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
    }
}
