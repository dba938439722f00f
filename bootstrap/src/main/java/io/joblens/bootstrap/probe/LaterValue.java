package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.report.Reports;

/** A kind of values that are there later than the method returns which returned them. Implementations are thread-safe. */
public abstract class LaterValue {
    /** Knows kinds beyond the JDK's. */
    public interface Source {
        /** The kind of a value, or {@code null}. */
        LaterValue of(Object value);
    }

    private static volatile Source source = new Source() {
        @Override
        public LaterValue of(Object value) {
            return null;
        }
    };

    /** From now on, this is asked for kinds beyond the JDK's. */
    public static void source(Source known) {
        source = known;
    }

    /** Whether nobody works on the value before it is asked for, and each time that it is. */
    protected abstract boolean isCold();

    /**
     * Has the ending told.
     *
     * @return what the method has to return for that: the value itself, unless it is cold
     */
    protected abstract Object await(Object value, Ending ending) throws Exception;

    static LaterValue of(Object value) {
        return value == null ? null : source.of(value);
    }

    /** As {@link #await}, for values of somebody's own making too. */
    final Object awaitOrEnd(Object value, Ending ending) {
        try {
            return await(value, ending);
        } catch (Throwable notPossible) {
            Reports.caught(notPossible);
            ending.begin();
            ending.end(null, null);
            return value;
        }
    }
}
