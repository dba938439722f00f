package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.util.Collections;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.message.StructuredDataMessage;

/** Logs messages of Log4j that have fields, with a context stack. */
public final class Log4jMessages {
    private static final Logger LOG = LogManager.getLogger("worker.lines");

    private Log4jMessages() {}

    public static void main(String[] args) throws Exception {
        job("job-1");
        System.out.println("written");
        Stdin.awaitEnd();
    }

    @JobStart("lines")
    @JobComplete("lines")
    private static void job(@JobId String id) {
        LOG.info(new StringMapMessage().with("kind", "map").with("count", 3));
        StructuredDataMessage data = new StructuredDataMessage("page@1", "read", "page");
        data.put("kind", "data");
        LOG.info(data);
        LOG.info(new ObjectMessage(Collections.singletonMap("kind", "object message")));
        LOG.info(Collections.singletonMap("kind", "object"));
        ThreadContext.push("upper");
        ThreadContext.push("lower");
        LOG.fatal("kind {}", Collections.singletonMap("kind", "argument"));
        ThreadContext.clearAll();
    }
}
