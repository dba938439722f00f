package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Agents of another make, in front of ours and behind it. They take long to start, so not all of this is done on every JVM. */
class OtherAgentsIT {
    @OnEveryJvm
    void counts_right_behind_opentelemetry(Jvm jvm) {
        expectOneConversion(openTelemetry(Launch.on(jvm)).jvmOption("-javaagent:" + Neighbour.agent("opentelemetry")));
    }

    @Test
    void counts_right_in_front_of_opentelemetry() {
        expectOneConversion(openTelemetry(inFrontOf(Jvms.own(), Neighbour.agent("opentelemetry"))));
    }

    @Test
    void counts_right_behind_elastic() {
        expectOneConversion(elastic(Launch.on(Jvms.own())).jvmOption("-javaagent:" + Neighbour.agent("elastic")));
    }

    private static Launch inFrontOf(Jvm jvm, Path other) {
        int port = Launch.freePort();
        return Launch.on(jvm)
                .jvmOption("-javaagent:" + Built.agent() + "=http.port=" + port)
                .agent(other)
                .option("http.port", null)
                .port(port);
    }

    private static Launch openTelemetry(Launch launch) {
        return launch.property("otel.traces.exporter", "none")
                .property("otel.metrics.exporter", "none")
                .property("otel.logs.exporter", "none")
                .property("otel.javaagent.logging", "none");
    }

    private static Launch elastic(Launch launch) {
        return launch.property("elastic.apm.recording", "false")
                .property("elastic.apm.disable_send", "true")
                .property("elastic.apm.log_level", "OFF")
                .property("elastic.apm.central_config", "false");
    }

    /** On stderr there may be the other agent's words and the JVM's about it; ours there are none. */
    private static void expectOneConversion(Launch launch) {
        try (ForkedApp app = launch.expectStderrWithout("joblens").main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value("job_processed_total{job_type=\"conversion\"}"))
                    .isEqualTo(1);
            assertThat(app.lifecycleLines()).hasSize(2);
        }
    }
}
