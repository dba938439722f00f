package io.joblens.bootstrap.log;

/** Who writes the lines that the application hands over through {@code io.joblens.api.JobLog}. Thread-safe. */
public interface DirectLines {
    /**
     * Takes a line; the parameters are those of the woven method.
     *
     * @param kind {@code debug}, {@code info}, {@code warn}, {@code error}; {@code job}, {@code completed}, {@code failed},
     *     {@code operation}
     * @param text the message, the event of a job, or the name of an operation
     * @param id of the job
     * @param durationMs in milliseconds
     * @param attempt the number of the attempt, 0 where the kind has none
     * @param error a {@code Throwable} or anything that says what went wrong
     * @param success of an operation
     * @param pairs names and values in turn
     * @return whether it was taken; what was not, the application writes itself
     */
    boolean write(
            String kind,
            String text,
            Object id,
            double durationMs,
            int attempt,
            Object error,
            boolean success,
            Object[] pairs);

    /** Where nobody does. */
    DirectLines NONE = new DirectLines() {
        @Override
        public boolean write(
                String kind,
                String text,
                Object id,
                double durationMs,
                int attempt,
                Object error,
                boolean success,
                Object[] pairs) {
            return false;
        }
    };
}
