package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.UserId;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs before, in and after jobs, with values of its own in the MDC. */
public final class LogLines {
    private static final Logger LOG = LoggerFactory.getLogger("worker");

    private LogLines() {}

    public static void main(String[] args) throws IOException {
        LOG.info("outside before");
        outer("job-1", "user-1");
        LOG.info("outside after");
        tellOwnContext("after");
        Stdin.awaitEnd();
    }

    @JobStart("outer")
    @JobComplete("outer")
    private static void outer(@JobId String id, @UserId String user) {
        LOG.info("bare");
        LOG.debug("not enabled");
        MDC.put("own", "mine");
        MDC.put("user_id", "theirs");
        LOG.warn("with own values", new IllegalStateException("expected"));
        tellOwnContext("inside");
        MDC.clear();
        LOG.info("cleared");
        inner("job-2");
        LOG.info("outer again");
    }

    @JobStart("inner")
    @JobComplete("inner")
    private static void inner(@JobId String id) {
        LOG.info("nested");
    }

    private static void tellOwnContext(String when) {
        Map<String, String> own = MDC.getCopyOfContextMap();
        System.out.println("own context " + when + " " + (own == null ? "{}" : new TreeMap<String, String>(own)));
    }
}
