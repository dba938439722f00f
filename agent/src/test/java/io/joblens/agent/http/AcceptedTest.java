package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Prometheus 2.42
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
                        + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
                // Prometheus 3
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
                        + "application/openmetrics-text;version=0.0.1;q=0.4,"
                        + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1",
                "application/openmetrics-text",
                "Application/OpenMetrics-Text; version=\"1.0.0\" ; charset=utf-8",
                "text/plain;q=0.5, application/openmetrics-text;q=0.5"
            })
    void gives_OpenMetrics_to_those_who_like_it_best(String accept) {
        assertThat(Accepted.format(accept)).isEqualTo(ExpositionFormat.OPENMETRICS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/plain;version=0.0.4",
                "application/openmetrics-text;q=0",
                "application/openmetrics-text;q=x",
                "application/openmetrics-text;version=0.0.1",
                "application/openmetrics-text;q=0.4,text/plain;q=0.5",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited",
                ";;,=,;q=1"
            })
    void gives_plain_text_to_everybody_else(String accept) {
        assertThat(Accepted.format(accept)).isEqualTo(ExpositionFormat.PROMETHEUS);
    }

    @Test
    void gives_plain_text_to_those_who_say_nothing() {
        assertThat(Accepted.format(null)).isEqualTo(ExpositionFormat.PROMETHEUS);
    }
}
