package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

/** A full stack is the application's own affair: the agent adds nothing to it, and works again afterwards. */
class EndlessRecursionIT {
    @OnEveryJvm
    void survives_a_full_stack(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm)
                .option("log.lifecycle", "false")
                .expectErrors(count -> count > 0)
                .main("io.joblens.scenarios.EndlessRecursion")) {
            app.awaitStdout("ready");

            Scrape scrape = app.scrape();
            assertThat(scrape.value("job_processed_total{job_type=\"ordinary\"}"))
                    .isEqualTo(2);
            assertThat(scrape.value("job_failed_total{job_type=\"enclosing\"}")).isEqualTo(1);
            assertThat(scrape.value("job_failed_total{job_type=\"deeper\"}")).isPositive();
            assertThat(app.applicationLines()).containsExactly("ordinary", "overflow", "ordinary", "ready");
        }
    }

    /** Where the stack is full changes with every frame and as methods are compiled: in a hundred times, almost anywhere. */
    @OnEveryJvm
    void gives_back_whatever_a_full_stack_met_it_with(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm)
                .jvmOption("-Xss300k")
                .option("log.lifecycle", "false")
                .expectErrors(count -> count > 0)
                .main("io.joblens.scenarios.FullStacks")) {
            app.awaitStdout("ready");

            assertThat(app.scrape().value("job_failed_total{job_type=\"deeper\"}"))
                    .isPositive();
        }
    }

    /** A class whose first use fails on a full stack is broken for ever, so none may be used there for the first time. */
    @OnEveryJvm
    void works_after_a_first_job_of_all_that_found_the_stack_full(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm)
                .jvmOption("-Xss400k")
                .option("log.lifecycle", "false")
                .main("io.joblens.scenarios.FirstOnFullStack")) {
            app.awaitStdout("ready");

            Scrape scrape = app.scrape();
            assertThat(scrape.value("job_processed_total{job_type=\"ordinary\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("job_failed_total{job_type=\"failing\"}")).isEqualTo(1);
            // A run whose method could not even call its exit stays, as no job encloses it.
            app.leaveUnscraped();
        }
    }
}
