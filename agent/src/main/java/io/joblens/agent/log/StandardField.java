package io.joblens.agent.log;

/** The names that lines have of themselves, in the order in which they stand in a line. */
enum StandardField {
    TIMESTAMP("timestamp"),
    LEVEL("level"),
    MESSAGE("message"),
    JOB_ID("job_id"),
    JOB_TYPE("job_type"),
    USER_ID("user_id"),
    ATTEMPTS("attempts"),
    STATUS("status"),
    DURATION_MS("duration_ms"),
    SCAN("scan"),
    OPERATION("operation"),
    SUCCESS("success"),
    // The application's fields stand here.
    ERROR("error"),
    ERROR_STACK("error_stack"),
    ERROR_CODE("error_code");

    static final StandardField[] ALL = values();
    static final int COUNT = ALL.length;

    private final String text;

    StandardField(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** One bit, for sets. */
    int bit() {
        return 1 << ordinal();
    }

    /** The standard field of this name, or {@code null}. */
    static StandardField named(String name) {
        // Asked for every field of every line: a switch takes the hash that the name remembers.
        switch (name) {
            case "timestamp":
                return TIMESTAMP;
            case "level":
                return LEVEL;
            case "message":
                return MESSAGE;
            case "job_id":
                return JOB_ID;
            case "job_type":
                return JOB_TYPE;
            case "user_id":
                return USER_ID;
            case "attempts":
                return ATTEMPTS;
            case "status":
                return STATUS;
            case "duration_ms":
                return DURATION_MS;
            case "scan":
                return SCAN;
            case "operation":
                return OPERATION;
            case "success":
                return SUCCESS;
            case "error":
                return ERROR;
            case "error_stack":
                return ERROR_STACK;
            case "error_code":
                return ERROR_CODE;
            default:
                return null;
        }
    }
}
