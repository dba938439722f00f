package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gauges are read from what lives when somebody asks. */
class GaugesIT {
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("io.joblens.e2e.Source#onEveryJvm")
    void adds_up_what_lives(Jvm jvm, Source source) {
        try (ForkedApp app = source.on(jvm).main("io.joblens.scenarios.Gauges")) {
            app.awaitStdout("ready");

            Scrape scrape = app.scrape();
            assertThat(scrape.value("queue_length")).isEqualTo(654_327);
            assertThat(scrape.value("failed_jobs_dlq")).isEqualTo(21);
            assertThat(app.json().at("/gauges/queue_length").asInt()).isEqualTo(654_327);

            app.send("drop one");
            app.awaitStdout("dropped");
            assertThat(app.scrape().value("queue_length")).isEqualTo(654_323);
        }
    }

    @OnEveryJvm
    void leaves_out_a_gauge_that_throws(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm)
                .expectErrors(count -> count == 2)
                .expectStderr("joblens: .*IllegalStateException.*the queue is closed")
                .main("io.joblens.scenarios.ThrowingGauge")) {
            app.awaitStdout("ready");

            assertThat(app.scrape().value("queue_length")).isEqualTo(2);
        }
    }
}
