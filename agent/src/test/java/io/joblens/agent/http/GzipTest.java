package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "deflate, gzip;q=0.5",
                "gzip; q=1.000",
                "*",
                "identity;q=0.1, *;q=0.2",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "identity;q=0, gzip;q=0.001"
            })
    void is_wanted_by(String accepted) {
        assertThat(Gzip.wanted(accepted)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "''",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0.0, *",
                "*;q=0",
                "gzip;q=0.5, identity;q=1",
                "gzip;q=much",
                "gzip;q=-1",
                ";;,,;q="
            })
    void is_not_wanted_by(String accepted) {
        assertThat(Gzip.wanted(accepted)).isFalse();
    }
}
