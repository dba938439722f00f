package io.joblens.agent.http;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The average of a histogram for people: to three decimals, or to four significant digits where that is finer, and with
 * one decimal at least: 3750.5 over 1250 is {@code 3.0}. Whoever needs more has sum and count beside it.
 */
final class Average {
    private static final int DECIMALS = 3;
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private Average() {}

    static String text(double sum, long count) {
        double average = count == 0 ? 0 : sum / count;
        BigDecimal exact = new BigDecimal(average);
        BigDecimal rounded =
                Math.abs(average) < 1 ? exact.round(DIGITS) : exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        String text = Numbers.text(rounded.doubleValue());
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
    }
}
