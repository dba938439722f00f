package io.joblens.agent.log.reload4j;

import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.weave.ClassHook;
import java.util.ArrayList;
import java.util.List;

/**
 * Where job context joins reload4j: an event is constructed on the thread that logs. The constructor that is given context data
 * copies an event, from another JVM say, and is left alone.
 *
 * <p>Where lines become JSON: at the layouts that write text. Appenders, and layouts of the application, stay as they are.
 */
public final class Reload4j {
    private static final String ROOM = "io.joblens.agent.log.reload4j.";
    private static final String LIBRARY = "org/apache/log4j/";
    private static final String EVENT = LIBRARY + "spi/LoggingEvent";
    private static final String[] LAYOUTS = {"PatternLayout", "EnhancedPatternLayout", "SimpleLayout", "TTCCLayout"};

    private Reload4j() {}

    /** What is woven for the context. */
    public static List<ClassHook> context() {
        String logged = "(Ljava/lang/String;L" + LIBRARY + "Category;";
        String what = "L" + LIBRARY + "Priority;Ljava/lang/Object;Ljava/lang/Throwable;)V";
        List<ClassHook> hooks = new ArrayList<ClassHook>();
        hooks.add(ClassHook.of(EVENT)
                .with(new MethodKey("<init>", logged + what), ROOM + "EventConstruction")
                .with(new MethodKey("<init>", logged + "J" + what), ROOM + "EventConstruction"));
        hooks.add(ClassHook.of("co/elastic/logging/log4j/MdcAccess$GetPropertiesCapable")
                .with(new MethodKey("getMDC", "(L" + EVENT + ";)Ljava/util/Map;"), ROOM + "EcsContext"));
        return hooks;
    }

    /** What is woven for JSON. */
    public static List<ClassHook> json() {
        List<ClassHook> hooks = new ArrayList<ClassHook>();
        for (String layout : LAYOUTS) {
            hooks.add(ClassHook.of(LIBRARY + layout)
                    .with(new MethodKey("format", "(L" + EVENT + ";)Ljava/lang/String;"), ROOM + "Formatting")
                    .with(new MethodKey("ignoresThrowable", "()Z"), ROOM + "StackAfterLine"));
        }
        hooks.add(ClassHook.of(LIBRARY + "AppenderSkeleton")
                .with(new MethodKey("doAppend", "(L" + EVENT + ";)V"), ROOM + "Appending"));
        return hooks;
    }
}
