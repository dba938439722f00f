package io.joblens.agent.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayUrlTest {
    @ParameterizedTest
    @CsvSource({
        "nightly-import, /metrics/job/nightly-import",
        "com.acme.Main, /metrics/job/com.acme.Main",
        "a/b, /metrics/job@base64/YS9i",
        "a b, /metrics/job@base64/YSBi",
        "'..', /metrics/job@base64/Li4=",
        "50%, /metrics/job@base64/NTAl",
        "wörker, /metrics/job@base64/d8O2cmtlcg==",
        "?>?, /metrics/job@base64/Pz4_"
    })
    void encodes_what_a_path_would_change(String job, String path) {
        assertThat(GatewayUrl.of("http://push:9091", job, Map.of()).path).isEqualTo(path);
    }

    @Test
    void has_the_labels_behind_the_job_in_their_order() {
        Map<String, String> labels = new TreeMap<>(Map.of("team", "x/y", "instance", "w1"));
        assertThat(GatewayUrl.of("http://push:9091/gateway//", "a", labels))
                .hasToString("http://push:9091/gateway/metrics/job/a/instance/w1/team@base64/eC95");
    }

    @ParameterizedTest
    @CsvSource({
        "http://push, push, 80, push",
        "https://push, push, 443, push",
        "https://push:9091/, push, 9091, push:9091",
        "http://[::1]:9091, ::1, 9091, [::1]:9091"
    })
    void knows_where_to_connect_to(String base, String host, int port, String authority) {
        GatewayUrl url = GatewayUrl.of(base, "a", Map.of());
        assertThat(url.host).isEqualTo(host);
        assertThat(url.port).isEqualTo(port);
        assertThat(url.authority).isEqualTo(authority);
        assertThat(url.isTls).isEqualTo(base.startsWith("https"));
    }
}
