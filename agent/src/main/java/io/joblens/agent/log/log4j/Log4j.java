package io.joblens.agent.log.log4j;

import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.weave.ClassHook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where job context joins Log4j 2: at its injectors, which every kind of event (immutable, reused, of the ring buffer) asks for
 * context data on the thread that logs. The application's {@code ThreadContext} is never touched.
 *
 * <p>Where lines become JSON: at the pattern layout. What the appender does with them stays its own; every other layout has
 * a form of its own and keeps it.
 */
public final class Log4j {
    private static final String ROOM = "io.joblens.agent.log.log4j.";
    private static final String LIBRARY = "org/apache/logging/log4j/core/";
    private static final String INJECTOR = LIBRARY + "impl/ThreadContextDataInjector$";
    private static final String[] INJECTORS = {
        "ForDefaultThreadContextMap", "ForCopyOnWriteThreadContextMap", "ForGarbageFreeThreadContextMap"
    };
    private static final String EVENT = "(L" + LIBRARY + "LogEvent;";

    private Log4j() {}

    /** What is woven for the context. */
    public static List<ClassHook> context() {
        String map = "Lorg/apache/logging/log4j/util/StringMap;";
        List<ClassHook> hooks = new ArrayList<ClassHook>();
        for (String injector : INJECTORS) {
            hooks.add(ClassHook.of(INJECTOR + injector)
                    .with(
                            new MethodKey("injectContextData", "(Ljava/util/List;" + map + ")" + map),
                            ROOM + "ContextInjection"));
        }
        return hooks;
    }

    /** What is woven for JSON. */
    public static List<ClassHook> json() {
        return Arrays.asList(
                ClassHook.of(LIBRARY + "layout/PatternLayout")
                        .with(
                                new MethodKey("encode", EVENT + "L" + LIBRARY + "layout/ByteBufferDestination;)V"),
                                ROOM + "Encoding")
                        .with(new MethodKey("toSerializable", EVENT + ")Ljava/lang/String;"), ROOM + "Formatting"),
                ClassHook.of(LIBRARY + "layout/AbstractStringLayout")
                        .with(new MethodKey("getHeader", "()[B"), ROOM + "DocumentEnds")
                        .with(new MethodKey("getFooter", "()[B"), ROOM + "DocumentEnds"),
                ClassHook.of(LIBRARY + "appender/AbstractAppender")
                        .with(
                                new MethodKey(
                                        "<init>",
                                        "(Ljava/lang/String;L" + LIBRARY + "Filter;L" + LIBRARY + "Layout;Z[L" + LIBRARY
                                                + "config/Property;)V"),
                                ROOM + "AppenderConstruction"));
    }
}
