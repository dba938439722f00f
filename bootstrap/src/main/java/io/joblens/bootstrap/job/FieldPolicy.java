package io.joblens.bootstrap.job;

/**
 * What is shown of fields, decided by their names alone. Values are redacted where they enter a run or a line, so that nobody
 * behind that, be it a log or a page, ever has them; names are changed where they are written. Implementations are
 * thread-safe.
 */
public abstract class FieldPolicy {
    /** Where everything is shown as it is. */
    public static final FieldPolicy NONE = new FieldPolicy() {
        @Override
        public Redaction redaction(String name) {
            return null;
        }

        @Override
        public String shown(String name) {
            return name;
        }
    };

    private static volatile FieldPolicy current = NONE;

    /** The policy of this JVM. */
    public static FieldPolicy current() {
        return current;
    }

    /** From now on, this policy holds. Lines that are in the making, and runs that are going on, keep what they have. */
    public static void use(FieldPolicy policy) {
        current = policy;
    }

    /** How values of a field are redacted, {@code null} where they are shown; the same answer for a name every time. */
    public abstract Redaction redaction(String name);

    /** The name that logs have for a field, {@code null} where they leave it out. */
    public abstract String shown(String name);

    /**
     * What is shown of a value.
     *
     * @param value may be {@code null}, which stays
     */
    public final Object value(String name, Object value) {
        Redaction redaction = value == null ? null : redaction(name);
        return redaction == null ? value : redaction.of(value);
    }
}
