package io.joblens.bootstrap.job;

/** Named values for log lines, in order. An absent value is {@code null}. Immutable once handed over. */
public final class Fields {
    public static final Fields NONE = new Fields(new String[0], new Object[0]);

    private final String[] names;
    private final Object[] values;

    /** Fields over these arrays, which are not copied. */
    public Fields(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    public int size() {
        return names.length;
    }

    public String name(int index) {
        return names[index];
    }

    /** A {@code String}, {@code Boolean} or JDK {@code Number}, or {@code null}. */
    public Object value(int index) {
        return values[index];
    }

    /** Whether one of the fields has this name and a value. */
    public boolean has(String name) {
        for (int i = 0; i < names.length; i++) {
            if (values[i] != null && names[i].equals(name)) {
                return true;
            }
        }
        return false;
    }
}
