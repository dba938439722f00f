package io.joblens.bootstrap.job;

/** How a run ended. */
public enum Outcome {
    COMPLETED("completed"),
    FAILED("failed"),
    SKIPPED("skipped");

    private final String status;

    Outcome(String status) {
        this.status = status;
    }

    /** The value of the log field {@code status}. */
    public String status() {
        return status;
    }
}
