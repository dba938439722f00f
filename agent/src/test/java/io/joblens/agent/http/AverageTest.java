package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AverageTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.0",
        "3750.5, 1250, 3.0",
        "1300, 1250, 1.04",
        "12345.6789, 1, 12345.679",
        "0.0034567, 1, 0.003457",
        "0.000000123456, 1, 0.0000001235"
    })
    void rounds_for_people_and_keeps_one_decimal(double sum, long count, String text) {
        assertThat(Average.text(sum, count)).isEqualTo(text);
    }
}
