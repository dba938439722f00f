package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Looks at an event of Logback, which is known here by name only, and at what arrives when it is sent to another JVM. */
public final class LogbackEvents {
    private LogbackEvents() {}

    public static void main(String[] args) throws Exception {
        work("job-1");
        Stdin.awaitEnd();
    }

    @JobStart("work")
    @JobComplete("work")
    private static void work(@JobId String id) throws Exception {
        Logger logger = LoggerFactory.getLogger("events");
        Object appender = Class.forName("ch.qos.logback.core.read.ListAppender")
                .getConstructor()
                .newInstance();
        appender.getClass().getMethod("start").invoke(appender);
        logger.getClass()
                .getMethod("addAppender", Class.forName("ch.qos.logback.core.Appender"))
                .invoke(logger, appender);
        MDC.put("own", "mine");
        logger.info("an event");
        MDC.put("own", "changed later");
        Object event = ((List<?>) appender.getClass().getField("list").get(appender)).get(0);
        System.out.println("event " + context(event));
        System.out.println("copy " + context(copy(event)));
    }

    private static Object copy(Object event) throws Exception {
        Class<?> eventType = Class.forName("ch.qos.logback.classic.spi.ILoggingEvent");
        Object sent = Class.forName("ch.qos.logback.classic.spi.LoggingEventVO")
                .getMethod("build", eventType)
                .invoke(null, event);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        return received(bytes.toByteArray());
    }

    private static Object received(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    private static Map<?, ?> context(Object event) throws Exception {
        Map<?, ?> context = (Map<?, ?>)
                Class.forName("ch.qos.logback.classic.spi.ILoggingEvent")
                        .getMethod("getMDCPropertyMap")
                        .invoke(event);
        return new TreeMap<Object, Object>(context);
    }
}
