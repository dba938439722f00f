package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final int TRIES = 30_000;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1250, 1250",
        "-3, -3",
        "3750.5, 3750.5",
        "-3750.5, -3750.5",
        "0.1, 0.1",
        "0.0001, 0.0001",
        "1.0E-9, 0.000000001",
        "1.5E-10, 1.5e-10",
        "0.30000000000000004, 0.30000000000000004",
        "1700000000.123, 1700000000.123",
        "9007199254740991, 9007199254740991",
        "2.0E20, 200000000000000000000",
        "1.0E21, 1e21",
        "2.0E-3, 0.002",
        "4.9E-324, 5e-324",
        "1.7976931348623157E308, 1.7976931348623157e308",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "NaN, NaN",
        "Infinity, +Inf",
        "-Infinity, -Inf"
    })
    void writes_the_shortest_form(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @Test
    void whole_nanoseconds_read_back_and_are_never_longer_than_needed() {
        Random random = new Random(1);
        check(() -> (random.nextLong() >>> 1 + random.nextInt(62)) / 1e9);
    }

    @Test
    void fractions_read_back_and_are_never_longer_than_needed() {
        Random random = new Random(2);
        check(() -> random.nextDouble() * Math.pow(10, random.nextInt(16)));
    }

    @Test
    void neighbours_of_short_numbers_read_back_and_are_never_longer_than_needed() {
        Random random = new Random(3);
        check(() -> Math.nextUp(random.nextInt(1_000_000) / 1000.0));
    }

    @Test
    void every_double_reads_back() {
        Random random = new Random(4);
        for (int i = 0; i < TRIES / 10; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numbers.text(value))).isEqualTo(value);
            }
        }
    }

    private static void check(DoubleSupplier values) {
        for (int i = 0; i < TRIES; i++) {
            double value = values.getAsDouble();
            String text = Numbers.text(value);
            if (Double.parseDouble(text) != value || digits(text) > shortest(value)) {
                throw new AssertionError(value + " was written as " + text);
            }
        }
    }

    private static int digits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }

    /** The least number of digits that reads back, found by trying. */
    private static int shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; ; digits++) {
            if (exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue() == value) {
                return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .precision();
            }
        }
    }
}
