package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.metrics.Registry;

/** A name that is read from a call, fit to be a label. Thread-safe. */
final class NameOfCall {
    /** So many different names are remembered; a name is meant to be a kind of job, not an id. */
    static final int MOST = 10000;

    private static final int LONGEST = 200;

    private final ValueReader reader;
    private final Tally tally;

    NameOfCall(ValueReader reader, Tally tally) {
        this.reader = reader;
        this.tally = tally;
    }

    /** The name, {@link Registry#OTHER} when the call has none. */
    String read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        try {
            Object value = reader.read(returned, thrown, a, b, c, many);
            String name = value == null ? "" : value.toString();
            if (name == null || name.isEmpty()) {
                return Registry.OTHER;
            }
            return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        } catch (Throwable broken) {
            tally.caught(broken);
            return Registry.OTHER;
        }
    }
}
