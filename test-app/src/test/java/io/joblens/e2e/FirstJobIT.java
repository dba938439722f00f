package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

/** An unmodified class under the packaged JAR: it does its job, and the job is seen. */
class FirstJobIT {
    @OnEveryJvm
    void measures_and_tells_of_a_job(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm).main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");

            Scrape scrape = app.scrape();
            assertThat(scrape.value("job_processed_total{job_type=\"conversion\"}"))
                    .isEqualTo(1);
            assertThat(app.json().at("/counters/job_processed_total").asInt()).isEqualTo(1);

            assertThat(app.applicationLines()).containsExactly("converting job-1", "ready");
            assertThat(app.lifecycleLines())
                    .extracting(line -> line.get("message").asText())
                    .containsExactly("Job started", "Job completed");
        }
    }

    @OnEveryJvm
    void runs_the_same_without_the_agent(Jvm jvm) {
        try (ForkedApp app = Launch.withoutAgentOn(jvm).main("io.joblens.scenarios.FirstJob")) {
            assertThat(app.stdout()).containsExactly("converting job-1", "ready");
        }
    }
}
