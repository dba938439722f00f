package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs what plain lines and JSON may get wrong, by whatever library stands behind SLF4J; without named values. */
public final class PlainLines {
    private static final Logger LOG = LoggerFactory.getLogger("worker.lines");

    private PlainLines() {}

    public static void main(String[] args) throws IOException {
        LOG.info("outside");
        job("job-1");
        LOG.info("the end");
        System.out.println("written");
        Stdin.awaitEnd();
    }

    @JobStart("lines")
    @JobComplete("lines")
    private static void job(@JobId String id) {
        MDC.put("own", "mine");
        MDC.put("message", "of the context");
        LOG.info("in the job");
        MDC.clear();
        LOG.debug("debug {}", 1);
        LOG.warn("control \u0000 \u001b[31m \"quotes\" \\ \r\n\t \u2028 \ud83d\ude00 \u00fc");
        LOG.warn("lone \ud800 and \udc00");
        LOG.error("failed", withCycle());
    }

    private static Throwable withCycle() {
        IllegalStateException cause = new IllegalStateException("the cause");
        RuntimeException thrown = new RuntimeException("the error", cause);
        cause.initCause(thrown);
        return thrown;
    }
}
