package io.joblens.agent.log.logback;

import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.weave.ClassHook;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where job context joins Logback: an event is constructed on the thread that logs, and only for a level that is enabled.
 * From then on appenders, on whatever thread, see the fields among the event's MDC.
 *
 * <p>Where lines become JSON: at the encoder that has a layout, be it a pattern or any other. What the appender does with the
 * bytes stays its own. Encoders without a layout are left alone.
 */
public final class Logback {
    private static final String ROOM = "io.joblens.agent.log.logback.";
    private static final String EVENT = "ch.qos.logback.classic.spi.ILoggingEvent";
    private static final MethodKey ENCODE = new MethodKey("encode", "(Ljava/lang/Object;)[B");

    private Logback() {}

    /** What is woven for the context. */
    public static List<ClassHook> context() {
        return Collections.singletonList(ClassHook.of("ch/qos/logback/classic/spi/LoggingEvent")
                .with(
                        new MethodKey(
                                "<init>",
                                "(Ljava/lang/String;Lch/qos/logback/classic/Logger;Lch/qos/logback/classic/Level;"
                                        + "Ljava/lang/String;Ljava/lang/Throwable;[Ljava/lang/Object;)V"),
                        ROOM + "EventConstruction"));
    }

    /** What is woven for JSON. */
    public static List<ClassHook> json() {
        ClassHook encoder = ClassHook.of("ch/qos/logback/core/encoder/LayoutWrappingEncoder")
                .with(new MethodKey("headerBytes", "()[B"), ROOM + "DocumentEnds")
                .with(new MethodKey("footerBytes", "()[B"), ROOM + "DocumentEnds")
                .withWhere(EVENT, null, ENCODE, ROOM + "EncodingDecision")
                .withWhere(EVENT, "getKeyValuePairs", ENCODE, ROOM + "KeyValueEncoding")
                .withWhere(EVENT, null, ENCODE, ROOM + "Encoding");
        ClassHook appender = ClassHook.of("ch/qos/logback/core/OutputStreamAppender")
                .withWhere(
                        EVENT,
                        null,
                        new MethodKey("setOutputStream", "(Ljava/io/OutputStream;)V"),
                        ROOM + "AppenderStart");
        return Arrays.asList(encoder, appender);
    }
}
