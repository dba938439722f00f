package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenMetrics leads from a bucket to a job, and to its trace where OpenTelemetry has one. */
class ExemplarsIT {
    private static final String OPENMETRICS = "application/openmetrics-text;version=1.0.0";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @OnEveryJvm
    void names_job_and_trace(Jvm jvm) {
        for (String version : List.of("1.0.0", "1.66.0")) {
            try (ForkedApp app = traced(Launch.on(jvm), version)) {
                expectExemplars(app);
            }
        }
    }

    @Test
    void names_the_trace_of_opentelemetrys_agent() {
        Launch launch = Launch.on(Jvms.own())
                .jvmOption("-javaagent:" + Neighbour.agent("opentelemetry"))
                .property("otel.traces.exporter", "none")
                .property("otel.metrics.exporter", "none")
                .property("otel.logs.exporter", "none")
                .property("otel.javaagent.logging", "none")
                .expectStderrWithout("joblens");
        try (ForkedApp app = traced(launch, "1.66.0")) {
            expectExemplars(app);
        }
    }

    @Test
    void names_nothing_when_it_is_told_so() {
        try (ForkedApp app = traced(Launch.on(Jvms.own()).option("metrics.exemplars", "false"), "1.66.0")) {
            assertThat(text(app)).contains("job_processing_seconds_bucket").doesNotContain("job_id", "trace_id");
        }
    }

    @Test
    void names_nothing_to_strangers() {
        try (ForkedApp app = traced(Launch.on(Jvms.own()).option("http.host", "0.0.0.0"), "1.66.0")) {
            assertThat(text(app)).contains("job_processing_seconds_bucket").doesNotContain("job_id", "trace_id");
        }
    }

    private static ForkedApp traced(Launch launch, String version) {
        return launch.classPath(Neighbour.libraries("opentelemetry-api-" + version))
                .main("io.joblens.scenarios.TracedJob");
    }

    private static void expectExemplars(ForkedApp app) {
        assertThat(text(app))
                .containsPattern("_seconds_bucket\\{job_type=\"conversion\",le=\"[^\"]+\"} 1 # \\{job_id=\"job-1\"} ")
                .containsPattern("_seconds_bucket\\{job_type=\"rendering\",le=\"[^\"]+\"} 1 # "
                        + "\\{job_id=\"job-2 of \\\\\"naïve 動画\\\\\"\",trace_id=\"" + TRACE + "\"} [0-9.]+ [0-9.]+\n")
                .endsWith("# EOF\n");
        assertThat(app.scrape().text()).doesNotContain("job_id", "trace_id");
    }

    private static String text(ForkedApp app) {
        app.awaitStdout("ready");
        return app.get("/metrics", OPENMETRICS).body();
    }
}
