package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {
    private final HostCheck loopback = new HostCheck(true, "worker.Local");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:10464",
                "127.0.0.1",
                "127.1.2.3:80",
                "[::1]",
                "[::1]:10464",
                "WORKER.local:1"
            })
    void lets_loopback_be_named(String authority) {
        assertThat(loopback.allows(authority)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "evil.example:10464",
                "localhost.evil.example",
                "127.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.256",
                "user@localhost",
                "localhost:evil",
                "localhost:1:2",
                "::1",
                "[::1].evil.example",
                "[::2]"
            })
    void refuses_other_names_on_loopback(String authority) {
        assertThat(loopback.allows(authority)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "10.0.0.1:80"})
    void lets_every_name_in_elsewhere(String authority) {
        assertThat(new HostCheck(false, "0.0.0.0").allows(authority)).isTrue();
    }
}
