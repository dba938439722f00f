package io.joblens.agent.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What an option takes: reads the text of a value, and says in words what would be right.
 *
 * <p>One class with a form, where one class for each form would read better: every class costs at JVM start.
 */
final class Kind {

    private static final int FLAG_FORM = 0;
    private static final int NUMBER_FORM = 1;
    private static final int WORD_FORM = 2;
    private static final int DURATION_FORM = 3;
    private static final int HOST_FORM = 4;
    private static final int TEXT_FORM = 5;
    private static final int MAP_FORM = 6;
    private static final int NAMES_FORM = 7;
    private static final int SALT_FORM = 8;
    private static final int URL_FORM = 9;
    private static final int SECRET_FORM = 10;
    private static final int DOOR_FORM = 11;
    private static final int DOOR_SECRET_FORM = 12;

    private static final int LEAST_SALT = 16;

    private static final long LONGEST = TimeUnit.DAYS.toNanos(365);

    /** {@code true} or {@code false}, in any case; the value is a {@link Boolean}. */
    static final Kind FLAG = new Kind(FLAG_FORM, "true or false", 0, 0, null);

    /** A number and its unit; the value is a {@link Long} of nanoseconds. */
    static final Kind DURATION =
            new Kind(DURATION_FORM, "a duration from 1s to 365d such as 30s, 5m, 24h or 7d", 0, 0, null);

    /** A name or address to listen on; the value is a {@link String}. */
    static final Kind HOST = new Kind(HOST_FORM, "a host name or an address such as 127.0.0.1", 0, 0, null);

    /** The path of a file; the value is a {@link String}. */
    static final Kind PATH = new Kind(TEXT_FORM, "the path of a readable YAML file", 0, 0, null);

    /** The path of a file that is ours to write; the value is a {@link String}. */
    static final Kind FILE = new Kind(TEXT_FORM, "the path of a file that can be written", 0, 0, null);

    /** The address of a server, which holds no password; the value is a {@link String}. */
    static final Kind URL = new Kind(
            URL_FORM,
            "an http or https URL without user, query and fragment such as http://push.internal:9091",
            0,
            0,
            null);

    /** A name that somebody chose; the value is a {@link String}. */
    static final Kind NAME = new Kind(TEXT_FORM, "a text such as nightly-import", 0, 0, null);

    /** A text that must not be repeated. */
    static final Kind PASSWORD = new Kind(SECRET_FORM, "a text", 0, 0, null);

    /** The path of a file that holds a password; the value is a {@link String}. */
    static final Kind PASSWORD_FILE = new Kind(TEXT_FORM, "the path of a file that holds a password", 0, 0, null);

    /** One option for each label of a group. */
    static final Kind GROUP =
            new Kind(MAP_FORM, "one option for each label such as push.labels.instance=worker-1", 0, 0, null);

    /** The path of a file by which the endpoint is closed to others; the value is a {@link String}. */
    static final Kind WEB_CONFIG =
            new Kind(DOOR_FORM, "the path of a web configuration as Prometheus' exporters read it", 0, 0, null);

    /** Likewise. */
    static final Kind TOKEN_FILE = new Kind(DOOR_FORM, "the path of a file that holds a token", 0, 0, null);

    /** A text that is nobody's business, and closes the endpoint to those who do not have it. */
    static final Kind TOKEN =
            new Kind(DOOR_SECRET_FORM, "a text of at least " + LEAST_SALT + " characters", 0, 0, null);

    /** One option for each label, so no text is ever right for all of them. */
    static final Kind LABELS =
            new Kind(MAP_FORM, "one option for each label such as metrics.labels.region=eu", 0, 0, null);

    /** One option for each preset, likewise. */
    static final Kind PRESETS =
            new Kind(MAP_FORM, "one option for each preset such as presets.quartz=false", 0, 0, null);

    /** One option for each field. */
    static final Kind FIELDS =
            new Kind(MAP_FORM, "one option for each field such as log.fields.job_id=job.id", 0, 0, null);

    /** Names and patterns of fields; the value is a list. What Joblens itself says of a job is no secret. */
    static final Kind SECRETS = new Kind(
            NAMES_FORM,
            "names or patterns of fields such as iban, *_pin or -token_count; of the standard fields it takes user_id alone",
            0,
            0,
            new String[] {"user_id"});

    /** Names of fields; the value is a list. */
    static final Kind HASHED = new Kind(
            NAMES_FORM,
            "names of fields such as user_id; of the standard fields it takes job_id and user_id",
            1,
            0,
            new String[] {"user_id", "job_id"});

    /** A text that is nobody's business. */
    static final Kind SALT = new Kind(SALT_FORM, "a text of at least " + LEAST_SALT + " characters", 0, 0, null);

    private final int form;
    private final String takes;
    private final int least;
    private final int most;
    private final String[] words;

    private Kind(int form, String takes, int least, int most, String[] words) {
        this.form = form;
        this.takes = takes;
        this.least = least;
        this.most = most;
        this.words = words;
    }

    /** A whole number within bounds, both included; the value is an {@link Integer}. */
    static Kind number(int least, int most) {
        return new Kind(NUMBER_FORM, "a whole number from " + least + " to " + most, least, most, null);
    }

    /** One of several lower-case words, accepted in any case; the value is the word as listed. */
    static Kind words(String takes, String... words) {
        return new Kind(WORD_FORM, takes, 0, 0, words);
    }

    String takes() {
        return takes;
    }

    /** Whether each entry is an option of its own. */
    boolean isMap() {
        return form == MAP_FORM;
    }

    boolean isList() {
        return form == NAMES_FORM;
    }

    /** Whether values must not be repeated to anybody. */
    boolean isSecret() {
        return form == SALT_FORM || form == SECRET_FORM || form == DOOR_SECRET_FORM;
    }

    /** Whether a wrong value is worse than none: what was to be closed must not stand open. */
    boolean isDoor() {
        return form == DOOR_FORM || form == DOOR_SECRET_FORM;
    }

    /** What was found, as it may be repeated. */
    String shown(String text) {
        if (form == URL_FORM) return Excerpt.of(ServerUrl.withoutUser(text));
        return isSecret() && !text.isEmpty() ? "too short" : Excerpt.of(text);
    }

    /** The value that a trimmed text stands for, or null when the text is wrong. */
    Object parse(String text) {
        if (text.isEmpty()) return null;
        if (form == FLAG_FORM) return flag(text);
        if (form == NUMBER_FORM) return number(text);
        if (form == WORD_FORM) return word(text);
        if (form == DURATION_FORM) return nanos(text);
        if (form == HOST_FORM) return isHost(text) ? text : null;
        if (form == NAMES_FORM) return names(text);
        if (form == SALT_FORM || form == DOOR_SECRET_FORM) return text.length() < LEAST_SALT ? null : text;
        if (form == URL_FORM) return ServerUrl.isOne(text) ? text : null;
        return form == TEXT_FORM || form == SECRET_FORM || form == DOOR_FORM ? text : null;
    }

    /** Null if one of them is wrong. */
    private List<String> names(String text) {
        List<String> names = new ArrayList<String>();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && !isBetweenNames(text.charAt(end))) end++;
            if (end > start) {
                String name = text.substring(start, end);
                if (!isName(name)) return null;
                names.add(name);
            }
            start = end + 1;
        }
        return names.isEmpty() ? null : names;
    }

    private static boolean isBetweenNames(char c) {
        return c == ',' || c == ':' || c <= ' ';
    }

    private boolean isName(String name) {
        if (StandardNames.contains(name) && !Arrays.asList(words).contains(name)) return false;
        boolean hasLetter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '*' && least > 0 || c == '=' || c == '"' || Character.isISOControl(c)) return false;
            hasLetter |= Character.isLetterOrDigit(c);
        }
        return hasLetter;
    }

    private static Boolean flag(String text) {
        if (text.equalsIgnoreCase("true")) return Boolean.TRUE;
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    private Integer number(String text) {
        long number = digits(text);
        return number < least || number > most ? null : Integer.valueOf((int) number);
    }

    private String word(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (word.equals(lower)) return word;
        }
        // Python's spelling; workers in both languages often share one LOG_LEVEL.
        return lower.equals("warning") ? word("warn") : null;
    }

    private static Long nanos(String text) {
        TimeUnit unit = unit(text.charAt(text.length() - 1));
        if (unit == null) return null;
        // toNanos saturates, so an absurd count stays above the longest.
        long count = digits(text.substring(0, text.length() - 1));
        long nanos = unit.toNanos(count);
        return count < 1 || nanos > LONGEST ? null : Long.valueOf(nanos);
    }

    private static TimeUnit unit(char letter) {
        if (letter == 's') return TimeUnit.SECONDS;
        if (letter == 'm') return TimeUnit.MINUTES;
        if (letter == 'h') return TimeUnit.HOURS;
        return letter == 'd' ? TimeUnit.DAYS : null;
    }

    /** -1 unless the text is plain digits; a leading zero is refused since YAML 1.1 reads it as octal. */
    private static long digits(String text) {
        int length = text.length();
        if (length == 0 || length > 18 || (length > 1 && text.charAt(0) == '0')) return -1;
        long number = 0;
        for (int i = 0; i < length; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') return -1;
            number = number * 10 + (digit - '0');
        }
        return number;
    }

    /** Refuses what surely is none, a URL or host:port; the rest is for the name service to decide. */
    private static boolean isHost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter <= ' ' || letter == '/' || letter == ',' || Character.isISOControl(letter)) return false;
        }
        int colon = text.indexOf(':');
        return colon < 0 || text.indexOf(':', colon + 1) > 0;
    }
}
