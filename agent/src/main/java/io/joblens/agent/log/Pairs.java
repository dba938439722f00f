package io.joblens.agent.log;

import io.joblens.bootstrap.job.FieldPolicy;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.Plain;

/**
 * The fields of a line that the application wrote as names and values in turn, whatever it put there: a name that is
 * {@code null} is the word, one without a value is shown as {@code unpaired}, and a value that cannot be told says why.
 * Immutable.
 */
final class Pairs {
    private static final String UNPAIRED = "unpaired";

    final Fields fields;
    /** The {@code Throwable} among them, or {@code null}. */
    final Throwable error;

    private Pairs(Fields fields, Throwable error) {
        this.fields = fields;
        this.error = error;
    }

    /** @param pairs may be {@code null} */
    static Pairs of(Object[] pairs) {
        if (pairs == null || pairs.length == 0) {
            return new Pairs(Fields.NONE, null);
        }
        String[] names = new String[(pairs.length + 1) / 2];
        Object[] values = new Object[names.length];
        Throwable error = null;
        for (int i = 0; i < names.length; i++) {
            boolean isPair = 2 * i + 1 < pairs.length;
            Object value = isPair ? pairs[2 * i + 1] : pairs[2 * i];
            names[i] = isPair ? String.valueOf(plain(pairs[2 * i])) : UNPAIRED;
            boolean isError = value instanceof Throwable && (!isPair || names[i].equals(StandardField.ERROR.text()));
            if (isError && error == null) {
                error = (Throwable) value;
            } else {
                values[i] = shown(names[i], value);
            }
        }
        return new Pairs(new Fields(names, values), error);
    }

    /** The last value of this name, or {@code null}. */
    Object value(StandardField name) {
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (fields.value(i) != null && fields.name(i).equals(name.text())) {
                return fields.value(i);
            }
        }
        return null;
    }

    /** As it may be shown under this name. */
    static Object shown(String name, Object value) {
        return FieldPolicy.current().value(name, plain(value));
    }

    private static Object plain(Object value) {
        try {
            return Plain.of(value);
        } catch (Throwable broken) {
            return "(toString of " + value.getClass().getName() + " threw "
                    + broken.getClass().getName() + ")";
        }
    }
}
