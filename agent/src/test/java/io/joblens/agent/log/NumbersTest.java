package io.joblens.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final DateTimeFormatter ORACLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Digits digits = new Digits();
    private final Timestamp timestamp = new Timestamp();

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "499,0",
        "500,0.001",
        "300000,0.3",
        "12345000,12.345",
        "1000000,1",
        "10000000,10",
        "5000000000,5000",
        "9223372036854775807,9223372036854.776"
    })
    void spells_durations_in_milliseconds(long nanos, String expected) {
        digits.ofMillis(nanos);
        assertThat(spelled()).isEqualTo(expected);
    }

    @Test
    void spells_whole_numbers() {
        for (long number : new long[] {0, 7, -7, 10, 1234567890123L, Long.MIN_VALUE, Long.MAX_VALUE}) {
            digits.of(number);
            assertThat(spelled()).isEqualTo(Long.toString(number));
        }
    }

    @Test
    void spells_short_decimals_as_java_does() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double number = random.nextInt(1_000_000_000) / Math.pow(10, random.nextInt(7));
            assertThat(digits.of(number)).isTrue();
            assertThat(Double.parseDouble(spelled())).isEqualTo(number);
            BigDecimal shortest = new BigDecimal(Double.toString(number));
            assertThat(new BigDecimal(spelled())).isEqualByComparingTo(shortest);
        }
    }

    @Test
    void leaves_other_decimals_to_java() {
        double[] others = {1.0 / 3, 1e-7, 1e300, -1e15, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE};
        for (double number : others)
            assertThat(digits.of(number)).as("%s", number).isFalse();
        assertThat(digits.of(3.0)).isTrue();
        assertThat(spelled()).isEqualTo("3.0");
        assertThat(digits.of(-5_000_000_000_000.0)).isTrue();
        assertThat(spelled()).isEqualTo("-5000000000000.0");
    }

    @Test
    void spells_moments_as_iso_8601() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            long millis = random.nextLong() % 60_000_000_000_000L;
            assertThat(moment(millis)).isEqualTo(ORACLE.format(Instant.ofEpochMilli(millis)));
        }
    }

    @Test
    void stays_within_years_of_four_digits() {
        assertThat(moment(Long.MIN_VALUE)).isEqualTo("0000-01-01T00:00:00.000Z");
        assertThat(moment(Long.MAX_VALUE)).isEqualTo("9999-12-31T23:59:59.999Z");
    }

    private String moment(long millis) {
        return new String(timestamp.of(millis), StandardCharsets.US_ASCII);
    }

    private String spelled() {
        return new String(digits.chars(), digits.start(), digits.chars().length - digits.start());
    }
}
