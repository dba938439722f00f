package io.joblens.agent.config;

import java.util.Arrays;

/** The names that log lines have of themselves, of which {@code log.fields} makes others. */
final class StandardNames {
    private static final String[] ALL = {
        "timestamp",
        "level",
        "message",
        "logger",
        "thread",
        "job_id",
        "job_type",
        "user_id",
        "attempts",
        "status",
        "duration_ms",
        "scan",
        "operation",
        "success",
        "error",
        "error_stack",
        "error_code"
    };

    /** What every line begins with, which can be named otherwise and not be left out. */
    private static final int HEAD = 3;

    private StandardNames() {}

    static String[] all() {
        return ALL.clone();
    }

    static boolean contains(String name) {
        return Arrays.asList(ALL).contains(name);
    }

    static boolean canBeLeftOut(String name) {
        return Arrays.asList(ALL).indexOf(name) >= HEAD;
    }

    /** Whether a text can stand as a name in every form of a line. */
    static boolean isSpeakable(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == '=' || c == '"' || c > '~') return false;
        }
        return !name.isEmpty();
    }
}
