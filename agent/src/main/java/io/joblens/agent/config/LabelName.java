package io.joblens.agent.config;

/** Which names a constant label may have: those of Prometheus' data model that no series of ours uses itself. */
final class LabelName {

    static final String TAKES = "letters, digits and _, no digit and no __ first,"
            + " and not job_type, scan, operation, le, job or instance";

    /** Of the labels of a pushed group, which take the place of those that series have. */
    static final String GROUP_TAKES = "letters, digits and _, no digit and no __ first,"
            + " and not job_type, scan, operation, le or job; push.job sets that";

    private static final String INSTANCE = "instance";
    private static final String[] TAKEN = {"job_type", "scan", "operation", "le", "job", INSTANCE};

    private LabelName() {}

    static boolean isFreeInGroup(String name) {
        return isFree(name) || name.equals(INSTANCE);
    }

    static boolean isFree(String name) {
        if (name.isEmpty() || name.startsWith("__") || isDigit(name.charAt(0))) return false;
        for (int i = 0; i < name.length(); i++) {
            if (!isLetter(name.charAt(i)) && !isDigit(name.charAt(i))) return false;
        }
        for (String taken : TAKEN) {
            if (taken.equals(name)) return false;
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
