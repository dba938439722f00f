package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.FieldPolicy;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.Plain;
import io.joblens.bootstrap.job.Redaction;

/** The values a rule reads from a call: id, user, attempt, error and named fields, each optional and redacted at once. Thread-safe. */
public final class RunValues {
    private final ValueReader id;
    private final ValueReader user;
    private final ValueReader attempt;
    private final ValueReader error;
    private final String[] fieldNames;
    private final ValueReader[] fields;
    private final Tally tally;
    private volatile Redactions redactions;

    /** Readers may be {@code null}: nobody said where that value is. */
    public RunValues(
            ValueReader id,
            ValueReader user,
            ValueReader attempt,
            ValueReader error,
            String[] fieldNames,
            ValueReader[] fields,
            Tally tally) {
        this.id = id;
        this.user = user;
        this.attempt = attempt;
        this.error = error;
        this.fieldNames = fieldNames;
        this.fields = fields;
        this.tally = tally;
        this.redactions = new Redactions(FieldPolicy.current(), fieldNames);
    }

    /** No values at all. */
    public static RunValues none(Tally tally) {
        return new RunValues(null, null, null, null, new String[0], new ValueReader[0], tally);
    }

    /** Of the probe whose values these are. */
    Tally tally() {
        return tally;
    }

    Object id(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        return id == null ? null : plain(read(id, returned, thrown, a, b, c, many), redactions().id);
    }

    Object user(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        return user == null ? null : plain(read(user, returned, thrown, a, b, c, many), redactions().user);
    }

    /** The number of the attempt; 1 when nobody says. */
    int attempt(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        if (attempt == null) {
            return 1;
        }
        Object value = read(attempt, returned, thrown, a, b, c, many);
        if (value instanceof Number) {
            return attempt(((Number) value).longValue());
        }
        if (value instanceof CharSequence) {
            return parsed(value.toString());
        }
        return 1;
    }

    /** A negative number says nothing of attempts, and would take away from the sum of the histogram. */
    private static int attempt(long number) {
        return number < 0 ? 1 : (int) Math.min(number, Integer.MAX_VALUE);
    }

    /** A {@code Throwable} or a text, or {@code null}. */
    Object error(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        if (error == null) {
            return null;
        }
        Object value = read(error, returned, thrown, a, b, c, many);
        return value instanceof Throwable ? value : plain(value, null);
    }

    Fields fields(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        if (fields.length == 0) {
            return Fields.NONE;
        }
        Object[] read = new Object[fields.length];
        Redaction[] redacted = redactions().fields;
        for (int i = 0; i < fields.length; i++) {
            read[i] = plain(read(fields[i], returned, thrown, a, b, c, many), redacted[i]);
        }
        return new Fields(fieldNames, read);
    }

    private Object read(
            ValueReader reader, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        try {
            return reader.read(returned, thrown, a, b, c, many);
        } catch (Throwable broken) {
            tally.caught(broken);
            return null;
        }
    }

    /** What may be kept after the call: no object of the application, which would hold its class loader. */
    private Object plain(Object value, Redaction redaction) {
        try {
            Object plain = Plain.of(value);
            return plain == null || redaction == null ? plain : redaction.of(plain);
        } catch (Throwable broken) {
            tally.caught(broken);
            return null;
        }
    }

    private Redactions redactions() {
        Redactions known = redactions;
        FieldPolicy policy = FieldPolicy.current();
        if (known.policy != policy) {
            known = new Redactions(policy, fieldNames);
            redactions = known;
        }
        return known;
    }

    /** What the policy said of the names, which never change. */
    private static final class Redactions {
        final FieldPolicy policy;
        final Redaction id;
        final Redaction user;
        final Redaction[] fields;

        Redactions(FieldPolicy policy, String[] fieldNames) {
            this.policy = policy;
            id = policy.redaction("job_id");
            user = policy.redaction("user_id");
            fields = new Redaction[fieldNames.length];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = policy.redaction(fieldNames[i]);
            }
        }
    }

    private static int parsed(String text) {
        try {
            return attempt(Long.parseLong(text.trim()));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }
}
