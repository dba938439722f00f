package io.joblens.agent.log;

import java.util.Locale;

/** The word for a level of any library, after the table by which SLF4J maps them to its own. */
final class LevelWord {
    private LevelWord() {}

    /** {@code null} for {@code null}; a level of the application's own keeps its name, in lower case. */
    static String of(String name) {
        if (name == null) {
            return null;
        }
        switch (name) {
            case "INFO":
            case "CONFIG":
                return "info";
            case "DEBUG":
            case "FINE":
            case "FINER":
                return "debug";
            case "WARN":
            case "WARNING":
                return "warn";
            case "ERROR":
            case "SEVERE":
            case "FATAL":
                return "error";
            case "TRACE":
            case "FINEST":
                return "trace";
            default:
                return name.toLowerCase(Locale.ROOT);
        }
    }
}
