package io.joblens.agent.log;

/** The words of a throwable, whose methods are the application's and may throw themselves. */
public final class ErrorText {
    private ErrorText() {}

    /** The message, or the name of the class where there is none: the stack names the class anyway. */
    public static String of(Throwable thrown) {
        String message = null;
        try {
            message = thrown.getMessage();
        } catch (Throwable broken) {
            // The class is known at least.
        }
        return message == null || message.isEmpty() ? thrown.getClass().getName() : message;
    }

    /** The first line of a stack trace. */
    static String headOf(Throwable thrown) {
        String head = null;
        try {
            head = thrown.toString();
        } catch (Throwable broken) {
            // The class is known at least.
        }
        return head == null ? thrown.getClass().getName() : head;
    }

    static Throwable causeOf(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable broken) {
            return null;
        }
    }
}
