package io.joblens.agent.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.rule.expression.sample.Samples;
import io.joblens.agent.rule.expression.sample.Samples.ScanResult;
import io.joblens.agent.rule.expression.sample.Samples.Verdict;
import java.io.FileNotFoundException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HoldingTest {
    static Stream<Arguments> conditions() {
        return Stream.of(
                // words
                row(Verdict.INFECTED, "return == INFECTED", true),
                row(Verdict.CLEAN, "return == INFECTED", false),
                row(Verdict.CLEAN, "return != INFECTED", true),
                row(Verdict.BROKEN, "return == BROKEN", true),
                row(Verdict.BROKEN, "return == Verdict.BROKEN", true),
                row(Verdict.BROKEN, "return == Samples.Verdict.BROKEN", true),
                row(Verdict.BROKEN, "return == Other.BROKEN", false),
                row(Verdict.CLEAN, "return == 'CLEAN'", true),
                row("INFECTED", "return == INFECTED", true),
                row("a b", "return == \"a b\"", true),
                row("a.b", "return == a.b", true),
                row(new StringBuilder("ok"), "return == ok", true),
                row('x', "return == x", true),
                row('x', "return == xy", false),
                row(true, "return == 'true'", true),
                row(new Object(), "return == x", false),
                row(null, "return == x", false),
                row(null, "return != x", true),
                // truth
                row(true, "return", true),
                row(false, "return", false),
                row(null, "return", false),
                row("true", "return", false),
                row(new AtomicBoolean(true), "return", true),
                row(new AtomicBoolean(true), "return == 'true'", true),
                row(false, "not return", true),
                row(false, "return == false", true),
                row(false, "return != true", true),
                row("false", "return == false", false),
                row(new ScanResult(Verdict.INFECTED, 1), "return.infected and return.hits > 0", true),
                // null
                row(null, "return == null", true),
                row(1, "return == null", false),
                row(1, "return != null", true),
                row(null, "return < 3", false),
                row(null, "return >= 3", false),
                row(null, "return is Object", false),
                row(null, "return in [A, null]", true),
                // numbers
                row((byte) 5, "return == 5", true),
                row(5L, "return == 5.0", true),
                row(5, "return < 5.5", true),
                row(-3, "return == -3", true),
                row(0.1f, "return == 0.1", true),
                row(0.1, "return == 0.1", true),
                row(-0.0, "return == 0", true),
                row(new BigDecimal("5.00"), "return == 5", true),
                row(new BigInteger("99999999999999999999"), "return == 99999999999999999999", true),
                row(new BigInteger("99999999999999999999"), "return > 5", true),
                row(new AtomicInteger(7), "return >= 7", true),
                row(new LongAdder(), "return == 0", true),
                row(Double.NaN, "return == 0", false),
                row(Double.NaN, "return != 0", true),
                row(Double.NaN, "return < 0", false),
                row(Double.POSITIVE_INFINITY, "return > 1000", true),
                row("5", "return == 5", false),
                row("5", "return == '5'", true),
                row("5", "return < 6", false),
                row(4, "5 > return", true),
                row(4, "return <= 4 and return >= 4 and not return > 4", true),
                // lists
                row(Verdict.BROKEN, "return in [INFECTED, BROKEN]", true),
                row(Verdict.CLEAN, "return in [INFECTED, BROKEN]", false),
                row(3, "return in [1, 2, 3]", true),
                row(3, "not return in [1, 2]", true),
                // types
                row(new FileNotFoundException(), "return is IOException", true),
                row(new FileNotFoundException(), "return is java.lang.Throwable", true),
                row(new FileNotFoundException(), "return is Serializable", true),
                row(new FileNotFoundException(), "return is Exception2", false),
                row(new FileNotFoundException(), "return is FoundException", false),
                row(Samples.hidden(), "return is Named", true),
                row(Samples.hidden(), "return is Samples.VeryNamed", true),
                row(Samples.hidden(), "return is Hidden", true),
                // precedence
                row(true, "return or return and not return", true),
                row(true, "(return or return) and not return", false),
                row(false, "not return and return", false));
    }

    private static Arguments row(Object returned, String condition, boolean expected) {
        return Arguments.of(returned, condition, expected);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void holds_where_it_should(Object returned, String condition, boolean expected) throws Throwable {
        assertThat(CallValues.returning(returned).holds(condition)).isEqualTo(expected);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                pair(1, 1L, "arg0 == arg1", true),
                pair(1, 1.5, "arg0 < arg1", true),
                pair(0.1f, 0.1, "arg0 == arg1", true),
                pair(new BigDecimal("1.0"), 1, "arg0 == arg1", true),
                pair(9_007_199_254_740_993L, 9_007_199_254_740_992.0, "arg0 > arg1", true),
                pair(Double.NEGATIVE_INFINITY, new BigInteger("3"), "arg0 < arg1", true),
                pair(Double.NaN, Double.NaN, "arg0 == arg1", false),
                pair(Duration.ofSeconds(1), Duration.ofSeconds(2), "arg0 < arg1", true),
                pair(Duration.ofSeconds(1), Duration.ofSeconds(1), "arg0 == arg1", true),
                pair(Verdict.CLEAN, Verdict.BROKEN, "arg0 < arg1", true),
                pair("a", "b", "arg0 <= arg1", true),
                pair("a", 1, "arg0 <= arg1", false),
                pair(null, null, "arg0 == arg1", true),
                pair(null, null, "arg0 != arg1", false),
                pair(null, null, "arg0 <= arg1", false),
                pair("a", null, "arg0 != arg1", true),
                pair("a", null, "arg0 > arg1", false),
                pair("a", "a", "arg0 in [b, arg1]", true));
    }

    private static Arguments pair(Object first, Object second, String condition, boolean expected) {
        return Arguments.of(first, second, condition, expected);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void compares_two_paths(Object first, Object second, String condition, boolean expected) throws Throwable {
        assertThat(CallValues.returning(null, first, second).holds(condition)).isEqualTo(expected);
    }

    @Test
    void leaves_the_right_side_unread_when_the_left_decides() throws Throwable {
        ScanResult result = new ScanResult(Verdict.CLEAN, 0);

        assertThat(CallValues.returning(result).holds("return.infected and return.broken == x"))
                .isFalse();
        assertThat(CallValues.returning(result).holds("not return.infected or return.broken == x"))
                .isTrue();
    }
}
