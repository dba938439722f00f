package io.joblens.agent.log.logback;

import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.weave.ClassHook;

/**
 * Where job context joins Logback: an event is constructed on the thread that logs, and only for a level that is enabled.
 * From then on appenders, on whatever thread, see the fields among the event's MDC.
 */
public final class Logback {
    private Logback() {}

    /** The class that is woven. */
    public static ClassHook hook() {
        return new ClassHook(
                "ch/qos/logback/classic/spi/LoggingEvent",
                new MethodKey(
                        "<init>",
                        "(Ljava/lang/String;Lch/qos/logback/classic/Logger;Lch/qos/logback/classic/Level;"
                                + "Ljava/lang/String;Ljava/lang/Throwable;[Ljava/lang/Object;)V"),
                "io.joblens.agent.log.logback.EventConstruction");
    }
}
