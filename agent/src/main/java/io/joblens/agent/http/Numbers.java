package io.joblens.agent.http;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes numbers in the shortest form that reads back as the same double: {@code 1250}, {@code 3750.5}, {@code +Inf}.
 * {@link Double#toString} is not used because it writes {@code 1250.0} and {@code 1.0E-4}, allocates, and before JDK 19 is
 * not always the shortest. Below 1e21 and from 1e-9 on there is no exponent.
 */
final class Numbers {
    /** Up to here every whole number is a double of its own: 2^53. */
    private static final double EXACT = 9007199254740992.0;
    /** From here up to {@link #EXACT}, a fraction's digits can be made with 64-bit numbers: 2^-6. */
    private static final double SIMPLE = 0.015625;

    /** Below that, doubles are less than 1e-9 apart: 2^23. */
    private static final double BILLIONTHS = 8388608;

    private static final long BILLION = 1_000_000_000;
    private static final int FRACTION_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final int MOST_DIGITS = 17;
    private static final int FIRST_EXPONENT = 21;
    private static final int LAST_PLAIN = -9;
    private static final int USUAL_TEXT = 24;

    private Numbers() {}

    static void write(double value, Buffer into) {
        if (Double.isNaN(value)) {
            into.put("NaN");
            return;
        }
        double size = Math.abs(value);
        if (Double.isInfinite(value)) {
            into.put(value > 0 ? "+Inf" : "-Inf");
            return;
        }
        if (value < 0) {
            into.put('-');
        }
        if (size < EXACT && size == (long) size) {
            into.put((long) size);
            return;
        }
        // Nearly all values are whole nanoseconds divided by 1e9. When the division gives the value again, so will the
        // reader's, which rounds the same quotient; and as no two such quotients share a double, nothing is shorter.
        long billionths = size < BILLIONTHS ? Math.round(size * BILLION) : 0;
        if (billionths != 0 && billionths / (double) BILLION == size) {
            into.put(billionths / BILLION);
            writeBillionths((int) (billionths % BILLION), into);
        } else if (size >= SIMPLE && size < EXACT) {
            writeFraction(size, into);
        } else {
            writeRare(size, into);
        }
    }

    /** The same as text. */
    static String text(double value) {
        Buffer buffer = new Buffer(null, USUAL_TEXT);
        write(value, buffer);
        return new String(buffer.bytes(), 0, buffer.length(), Response.UTF_8);
    }

    private static void writeBillionths(int billionths, Buffer into) {
        into.put('.');
        int rest = billionths;
        for (int unit = (int) BILLION / 10; rest > 0; unit /= 10) {
            into.put((char) ('0' + rest / unit));
            rest %= unit;
        }
    }

    /**
     * Digit by digit, until what is left is nearer than half the distance to the next double: Steele and White, "How to
     * print floating-point numbers accurately" (1990), the fixed-point fraction algorithm. Not for powers of two, whose
     * lower neighbour is nearer; those are exact in nine decimals or whole.
     */
    private static void writeFraction(double size, Buffer into) {
        long bits = Double.doubleToRawLongBits(size);
        long mantissa = bits & (1L << FRACTION_BITS) - 1 | 1L << FRACTION_BITS;
        int shift = FRACTION_BITS + EXPONENT_BIAS - (int) (bits >>> FRACTION_BITS);
        into.put(mantissa >>> shift);
        into.put('.');
        long one = 2L << shift;
        long rest = mantissa << 1 & one - 1;
        long tolerance = 1;
        for (; ; ) {
            rest *= 10;
            tolerance *= 10;
            int digit = (int) (rest >>> shift + 1);
            rest &= one - 1;
            boolean low = rest < tolerance;
            boolean high = rest > one - tolerance;
            if (low || high) {
                boolean up = low && high ? rest > one / 2 : high;
                into.put((char) ('0' + digit + (up ? 1 : 0)));
                return;
            }
            into.put((char) ('0' + digit));
        }
    }

    private static void writeRare(double size, Buffer into) {
        BigDecimal exact = new BigDecimal(size);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shortest.doubleValue() == size) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= LAST_PLAIN && exponent < FIRST_EXPONENT) {
            into.put(shortest.toPlainString());
            return;
        }
        String digits = shortest.unscaledValue().toString();
        into.put(digits.charAt(0));
        if (digits.length() > 1) {
            into.put('.');
            into.put(digits.substring(1));
        }
        into.put('e');
        into.put(Integer.toString(exponent));
    }
}
