package io.joblens.bootstrap.job;

/** How a run ended. */
public enum Outcome {
    COMPLETED("completed"),
    FAILED("failed"),
    SKIPPED("skipped"),
    /** Skipped, because nobody wanted the result any more. */
    CANCELLED("cancelled");

    private final String status;

    Outcome(String status) {
        this.status = status;
    }

    /** Whether the run is not among the processed ones. */
    boolean isSkipped() {
        return this == SKIPPED || this == CANCELLED;
    }

    /** The value of the log field {@code status}. */
    public String status() {
        return status;
    }
}
