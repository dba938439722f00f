package io.joblens.agent.log.jul;

import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.weave.ClassHook;
import java.util.ArrayList;
import java.util.List;

/**
 * Where lines of java.util.logging become JSON: at the formatters of the JDK, of Tomcat's JULI, and of the application. What is woven here is loaded by
 * the application, or not at all: nothing of the agent touches the library, whose manager some servers bring themselves.
 *
 * <p>A record has no context data; the job it was logged in is remembered beside it.
 */
public final class JavaLogging {
    private static final String ROOM = "io.joblens.agent.log.jul.";
    private static final String[] FORMATTERS = {
        "java/util/logging/SimpleFormatter",
        "java/util/logging/XMLFormatter",
        "org/apache/juli/OneLineFormatter",
        "org/apache/juli/VerbatimFormatter",
        "org/apache/juli/JdkLoggerFormatter",
        "org/apache/juli/JsonFormatter"
    };

    private static final String[] SUPERCLASSES = {"java/util/logging/Formatter", "java/util/logging/SimpleFormatter"};

    private JavaLogging() {}

    /** What is woven for JSON. */
    public static List<ClassHook> json() {
        List<ClassHook> hooks = new ArrayList<ClassHook>();
        for (String formatter : FORMATTERS) {
            hooks.add(formatting(ClassHook.of(formatter)));
        }
        for (String superclass : SUPERCLASSES) {
            hooks.add(formatting(ClassHook.ofSubclasses(superclass)));
        }
        hooks.add(ClassHook.of("java/util/logging/Logger")
                .with(new MethodKey("log", "(Ljava/util/logging/LogRecord;)V"), ROOM + "Logging"));
        hooks.add(ClassHook.of("java/util/logging/Handler")
                .with(new MethodKey("setFormatter", "(Ljava/util/logging/Formatter;)V"), ROOM + "HandlerStart"));
        return hooks;
    }

    private static ClassHook formatting(ClassHook formatter) {
        MethodKey format = new MethodKey("format", "(Ljava/util/logging/LogRecord;)Ljava/lang/String;");
        return formatter.with(format, ROOM + "FormattingDecision").with(format, ROOM + "Formatting");
    }
}
