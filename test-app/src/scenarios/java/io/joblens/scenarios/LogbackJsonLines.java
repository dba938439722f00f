package io.joblens.scenarios;

import org.slf4j.LoggerFactory;

/** {@link JsonLines}, and one line more after appender ROLLING of Logback, known here by name only, began a new file. */
public final class LogbackJsonLines {
    private LogbackJsonLines() {}

    public static void main(String[] args) throws Exception {
        JsonLines.log();
        Object root = LoggerFactory.getLogger("ROOT");
        Object appender =
                root.getClass().getMethod("getAppender", String.class).invoke(root, "ROLLING");
        appender.getClass().getMethod("rollover").invoke(appender);
        LoggerFactory.getLogger("worker.lines").info("rolled");
        System.out.println("written");
        Stdin.awaitEnd();
    }
}
