package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Ten thousand jobs whose work is done by executors of all kinds: each line of it carries the id of its own job. */
class FollowedJobsIT {
    private static final int LINES = 100_000;

    @OnEveryJvm
    void names_the_job_in_every_line_of_its_work(Jvm jvm) throws URISyntaxException {
        try (ForkedApp app = start(Launch.on(jvm).option("log.lifecycle", "false"))) {
            app.awaitStdout("ready");
            Scrape scrape = app.scrape(at -> at.sum("active_jobs") == 0);

            assertThat(scrape.sum("job_processed_total")).isEqualTo(10_000 + 1);
            List<String> lines = linesOfJobs(app);
            assertThat(lines).hasSize(LINES);
            assertThat(lines)
                    .filteredOn(line -> !line.matches("of (job-\\d+) \\[\\1]"))
                    .isEmpty();
            assertThat(app.stdout())
                    .filteredOn(line -> line.startsWith("outside"))
                    .containsOnly("outside []");
        }
    }

    @OnEveryJvm
    void follows_no_work_when_that_is_switched_off(Jvm jvm) throws URISyntaxException {
        try (ForkedApp app =
                start(Launch.on(jvm).option("log.lifecycle", "false").option("context.follow", "false"))) {
            app.awaitStdout("ready");
            app.scrape(at -> at.sum("active_jobs") == 0);

            assertThat(linesOfJobs(app)).hasSize(LINES).anyMatch(line -> line.endsWith("[]"));
        }
    }

    private static List<String> linesOfJobs(ForkedApp app) {
        return app.stdout().stream().filter(line -> line.startsWith("of ")).toList();
    }

    private static ForkedApp start(Launch launch) throws URISyntaxException {
        Path configuration =
                Path.of(FollowedJobsIT.class.getResource("logback-async.xml").toURI());
        return launch.classPath(Built.logback())
                .property("logback.configurationFile", configuration.toString())
                .main("io.joblens.scenarios.FollowedJobs");
    }
}
