package io.joblens.agent.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsRouteTest {
    private final Work work = new Work();
    private final JobsRoute route = new JobsRoute(work.jobs, work.recent);

    @Test
    void is_empty_where_nothing_has_run() throws Exception {
        assertThat(body())
                .isEqualTo(
                        "{\"now\":1800000000000,\"since\":1800000000000,\"active_count\":0,\"active\":[],\"ended\":[]}");
    }

    @Test
    void shows_what_ended() throws Exception {
        work.run("video", "v-1", 1_500, Outcome.FAILED, new IllegalStateException("no \"disk\""));
        work.run(null, Long.MAX_VALUE, 500, Outcome.COMPLETED, null);

        assertThat(body())
                .contains("\"ended\":[{\"outcome\":\"completed\",\"job_id\":\"9223372036854775807\",\"attempt\":1,"
                        + "\"ended_at\":1800000002000,\"seconds\":0.5},"
                        + "{\"outcome\":\"failed\",\"job_type\":\"video\",\"job_id\":\"v-1\",\"attempt\":1,"
                        + "\"ended_at\":1800000001500,\"seconds\":1.5,"
                        + "\"exception\":\"java.lang.IllegalStateException\",\"error\":\"no \\\"disk\\\"\"}]");
    }

    @Test
    void shows_what_goes_on_oldest_first_wherever_its_end_will_come_from() throws Exception {
        JobRun outer = work.start("outer", "o");
        work.nanos += 1_000 * Work.MILLI;
        JobRun open = work.start("open", "p");
        work.jobs.keepOpen(open);
        work.jobs.leave(open);
        work.nanos += 1_000 * Work.MILLI;
        JobRun inner = work.start("inner", "i");

        assertThat(body())
                .contains("\"active_count\":3,\"active\":[{\"run\":\"" + JobsRoute.key(outer)
                        + "\",\"job_type\":\"outer\",\"job_id\":\"o\",\"attempt\":1,\"seconds\":2.0},{\"run\":\""
                        + JobsRoute.key(open)
                        + "\",\"job_type\":\"open\",\"job_id\":\"p\",\"attempt\":1,\"seconds\":1.0},{\"run\":\""
                        + JobsRoute.key(inner)
                        + "\",\"job_type\":\"inner\",\"job_id\":\"i\",\"attempt\":1,\"seconds\":0.0}]");
        end(List.of(inner, open, outer));
    }

    @Test
    void bounds_what_it_shows_of_what_goes_on() throws Exception {
        List<JobRun> runs = new ArrayList<>();
        for (int i = 0; i < JobsRoute.MOST_ACTIVE + 20; i++) {
            JobRun run = work.start("open", "x".repeat(1_000) + i);
            work.jobs.keepOpen(run);
            work.jobs.leave(run);
            runs.add(run);
        }

        String body = body();
        assertThat(body).contains("\"active_count\":520,").hasSizeLessThan(500 * 320);
        assertThat(body.split("\"run\":", -1)).hasSize(1 + JobsRoute.MOST_ACTIVE);
        end(runs);
    }

    private void end(List<JobRun> runs) {
        List<JobRun> innermostFirst = new ArrayList<>(runs);
        Collections.reverse(innermostFirst);
        innermostFirst.forEach(run -> work.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE));
    }

    private String body() throws Exception {
        HttpResponse<String> answer = work.ask(route, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        return answer.body();
    }
}
