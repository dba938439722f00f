package io.joblens.agent.log;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Spells moments as {@code 2024-01-15T10:30:45.123Z}, into an array that is used again: ISO 8601, UTC, milliseconds. What
 * is before the milliseconds is worked out once a second, the date once a day. Not thread-safe.
 */
final class Timestamp {
    private static final long SECONDS_OF_DAY = 24 * 60 * 60;
    /** The year 0, before which years are negative, and the end of 9999, after which they have five digits. */
    private static final long FIRST = -62_167_219_200_000L;

    private static final long LAST = 253_402_300_799_999L;

    private final byte[] spelled = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.US_ASCII);
    private long day = Long.MIN_VALUE;
    private long second = Long.MIN_VALUE;

    /** @param millis since 1970-01-01T00:00Z */
    byte[] of(long millis) {
        long moment = Math.max(FIRST, Math.min(LAST, millis));
        long now = Math.floorDiv(moment, 1000L);
        if (now != second) {
            spellSecond(now);
            second = now;
        }
        spell(20, 3, (int) (moment - now * 1000));
        return spelled;
    }

    private void spellSecond(long now) {
        long today = Math.floorDiv(now, SECONDS_OF_DAY);
        if (today != day) {
            spellDate(LocalDate.ofEpochDay(today));
            day = today;
        }
        int rest = (int) (now - today * SECONDS_OF_DAY);
        spell(17, 2, rest % 60);
        spell(14, 2, rest / 60 % 60);
        spell(11, 2, rest / 3600);
    }

    private void spellDate(LocalDate date) {
        spell(0, 4, date.getYear());
        spell(5, 2, date.getMonthValue());
        spell(8, 2, date.getDayOfMonth());
    }

    private void spell(int at, int digits, int number) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            spelled[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
