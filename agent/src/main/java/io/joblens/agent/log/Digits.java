package io.joblens.agent.log;

/** Spells numbers into an array that is used again. Not thread-safe. */
final class Digits {
    /** Decimals of up to 15 digits are each a double of their own, so that such a decimal is the shortest for its double. */
    private static final double MOST_SCALED = 1e15;

    private final char[] chars = new char[24];
    private int start;

    char[] chars() {
        return chars;
    }

    /** Where in {@link #chars()} the number starts; it ends where the array does. */
    int start() {
        return start;
    }

    void of(long number) {
        spell(number, 0, 0);
    }

    /** Whole milliseconds, or up to three decimals where there is a rest: {@code 5000}, {@code 12.345}, {@code 0.3}. */
    void ofMillis(long nanos) {
        long micros = nanos / 1000 + (nanos % 1000 >= 500 ? 1 : 0);
        spell(micros, 3, 0);
    }

    /**
     * The shortest decimal that reads back as this number, if it has few enough digits to be found without allocation.
     *
     * @return false, with nothing spelled, for all others
     */
    boolean of(double number) {
        return of(number, 6, 1e6) || of(number, 1, 10);
    }

    private boolean of(double number, int decimals, double scale) {
        double scaled = Math.rint(number * scale);
        // The division is exact to the last bit, so it yields the double of that decimal and no other.
        boolean isFound = Math.abs(scaled) < MOST_SCALED && scaled / scale == number;
        if (isFound) {
            spell((long) scaled, decimals, 1);
        }
        return isFound;
    }

    /** Spells {@code scaled / 10^decimals}, without zeros at the end beyond the first {@code fewest} decimals. */
    private void spell(long scaled, int decimals, int fewest) {
        // Negative numbers reach one further than positive ones.
        long rest = scaled < 0 ? scaled : -scaled;
        start = chars.length;
        for (int left = decimals; left > 0; left--) {
            boolean isZero = rest % 10 == 0;
            if (!isZero || start < chars.length || left <= fewest) {
                chars[--start] = (char) ('0' - rest % 10);
            }
            rest /= 10;
        }
        if (start < chars.length) {
            chars[--start] = '.';
        }
        do {
            chars[--start] = (char) ('0' - rest % 10);
            rest /= 10;
        } while (rest != 0);
        if (scaled < 0) {
            chars[--start] = '-';
        }
    }
}
