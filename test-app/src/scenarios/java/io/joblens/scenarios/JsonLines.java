package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.UserId;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs what plain lines and JSON may get wrong, in and outside of a job. */
public final class JsonLines {
    private static final Logger LOG = LoggerFactory.getLogger("worker.lines");

    private JsonLines() {}

    public static void main(String[] args) throws IOException {
        log();
        System.out.println("written");
        Stdin.awaitEnd();
    }

    static void log() {
        LOG.info("outside");
        job("job-1", "user-1");
        LOG.info("the end");
    }

    @JobStart("lines")
    @JobComplete("lines")
    private static void job(@JobId String id, @UserId String user) {
        MDC.put("own", "mine");
        MDC.put("message", "of the context");
        LOG.info("in the job");
        MDC.clear();
        LOG.trace("not enabled");
        LOG.debug("debug {}", 1);
        LOG.warn("control \u0000 \u001b[31m \"quotes\" \\ \r\n\t \u2028 \ud83d\ude00 \u00fc");
        LOG.warn("lone \ud800 and \udc00");
        LOG.error("failed", withCycle());
        LOG.info("throwing {}", new Throwing());
        LOG.info(null);
        LOG.info("long " + longText());
        if (hasKeyValues()) {
            KeyValues.log(LOG);
        }
    }

    private static Throwable withCycle() {
        IllegalStateException cause = new IllegalStateException("the cause");
        RuntimeException thrown = new CodedException("the error", cause);
        cause.initCause(thrown);
        return thrown;
    }

    private static String longText() {
        StringBuilder text = new StringBuilder();
        while (text.length() < 1024 * 1024) {
            text.append("0123456789abcdef");
        }
        return text.toString();
    }

    private static boolean hasKeyValues() {
        try {
            Class.forName("org.slf4j.spi.LoggingEventBuilder");
            return true;
        } catch (ClassNotFoundException old) {
            return false;
        }
    }

    private static final class KeyValues {
        private KeyValues() {}

        static void log(Logger log) {
            log.atInfo()
                    .addKeyValue("count", 3)
                    .addKeyValue("share", 0.25)
                    .addKeyValue("none", Double.NaN)
                    .addKeyValue("nothing", (Object) null)
                    .addKeyValue("broken", new Throwing())
                    .addKeyValue("timestamp", "theirs")
                    .addKeyValue("twice", "first")
                    .addKeyValue("twice", "second")
                    .log("with values");
        }
    }

    /** An object that must not keep a line from being written. */
    private static final class Throwing {
        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }

    /** An error with a code. */
    public static final class CodedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CodedException(String message, Throwable cause) {
            super(message, cause);
        }

        public String getErrorCode() {
            return "E42";
        }
    }
}
