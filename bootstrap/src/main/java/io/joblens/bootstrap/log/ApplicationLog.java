package io.joblens.bootstrap.log;

import io.joblens.bootstrap.report.Reports;

/**
 * The door of libraries whose lines are to be JSON: woven encoders, layouts and formatters ask here what was decided about them,
 * and for a line to fill. Thread-safe; nothing is thrown from here.
 */
public final class ApplicationLog {
    /** Nobody has asked yet. */
    public static final int UNDECIDED = 0;
    /** What the library writes stays as it is. */
    public static final int KEPT = 1;
    /** The lines are written as JSON. */
    public static final int JSON = 2;

    private static volatile ApplicationLines lines = ApplicationLines.NONE;

    private ApplicationLog() {}

    /** From now on these lines are written. */
    public static void use(ApplicationLines made) {
        lines = made;
    }

    /** What was decided about an encoder, layout or formatter. */
    public static int decision(Object output) {
        try {
            return lines.decision(output);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return KEPT;
        }
    }

    /** Tells what an output belongs to, before it is decided about. */
    public static void belongs(Object output, String owner) {
        try {
            lines.belongs(output, owner);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** Decides by a sample of what the output writes; see {@link ApplicationLines#decide}. */
    public static int decide(Object output, String sample, String message) {
        try {
            return lines.decide(output, sample, message);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return KEPT;
        }
    }

    /**
     * Whether the caller is to have an undecided output make a sample, and then to have it decided about. True once, so that the
     * sample may be made by the very method that is woven.
     */
    public static boolean tries(Object output) {
        try {
            return lines.tries(output);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return false;
        }
    }

    /** Leaves an output alone for a reason that is said. */
    public static void keep(Object output, String reason) {
        try {
            lines.keep(output, reason);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** A line to fill, or {@code null} when none can be made. */
    public static ApplicationLine line() {
        try {
            return lines.line();
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return null;
        }
    }
}
