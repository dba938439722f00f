package io.joblens.bootstrap.log;

/**
 * Who writes the application's lines as JSON. An output is what gives lines their form: an encoder, layout or formatter of the
 * application, which is known by its identity and held weakly. Thread-safe.
 */
public interface ApplicationLines {
    /** {@link ApplicationLog#UNDECIDED}, {@link ApplicationLog#KEPT} or {@link ApplicationLog#JSON}. */
    int decision(Object output);

    /** Tells in words what an output belongs to, such as {@code appender FILE of Logback}; said with its decision. */
    void belongs(Object output, String owner);

    /**
     * Decides about an output, unless that was done, and says it.
     *
     * @param sample how its lines begin: a pattern, or a line it made
     * @param message the message that the sample holds, or {@code null} when it is a pattern
     * @return the decision
     */
    int decide(Object output, String sample, String message);

    /** Whether the caller is the first to ask, and is to have the undecided output make a sample. */
    boolean tries(Object output);

    /** Leaves an output alone, and says so. */
    void keep(Object output, String reason);

    /** A line that nobody else uses, or {@code null}. */
    ApplicationLine line();

    /** Where no line is to become JSON. */
    ApplicationLines NONE = new ApplicationLines() {
        @Override
        public int decision(Object output) {
            return ApplicationLog.KEPT;
        }

        @Override
        public void belongs(Object output, String owner) {}

        @Override
        public int decide(Object output, String sample, String message) {
            return ApplicationLog.KEPT;
        }

        @Override
        public boolean tries(Object output) {
            return false;
        }

        @Override
        public void keep(Object output, String reason) {}

        @Override
        public ApplicationLine line() {
            return null;
        }
    };
}
