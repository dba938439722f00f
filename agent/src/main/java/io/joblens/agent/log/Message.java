package io.joblens.agent.log;

/** The table of messages. */
enum Message {
    JOB_CREATED("Job created", Level.INFO),
    JOB_STARTED("Job started", Level.INFO),
    JOB_COMPLETED("Job completed", Level.INFO),
    JOB_FAILED("Job failed", Level.ERROR),
    JOB_SKIPPED("Job skipped", Level.WARN),
    SCAN_CLEAN("Scan clean", Level.INFO),
    SCAN_INFECTED("Scan infected", Level.WARN),
    SCAN_FAILED("Scan failed", Level.ERROR),
    OPERATION_COMPLETED("Operation completed", Level.INFO),
    OPERATION_FAILED("Operation failed", Level.ERROR);

    private final String text;
    private final Level level;
    private final int severity;

    Message(String text, Level level) {
        this.text = text;
        this.level = level;
        this.severity = level.ordinal();
    }

    String text() {
        return text;
    }

    Level level() {
        return level;
    }

    /** The level as a number that grows with it. */
    int severity() {
        return severity;
    }
}
