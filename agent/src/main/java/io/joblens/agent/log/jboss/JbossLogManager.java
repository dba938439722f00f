package io.joblens.agent.log.jboss;

import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.weave.ClassHook;
import java.util.ArrayList;
import java.util.List;

/**
 * Where job context joins JBoss LogManager: a record is constructed on the thread that logs. The constructor that copies a record
 * copies its context too, and is left alone.
 *
 * <p>Where lines become JSON: at the formatters that put steps together, as a pattern is. Its JSON and XML stay as they are.
 */
public final class JbossLogManager {
    private static final String ROOM = "io.joblens.agent.log.jboss.";
    private static final String LIBRARY = "org/jboss/logmanager/";
    private static final String RECORD = LIBRARY + "ExtLogRecord";
    private static final MethodKey FORMAT = new MethodKey("format", "(L" + RECORD + ";)Ljava/lang/String;");

    private JbossLogManager() {}

    /** What is woven for the context. */
    public static List<ClassHook> context() {
        List<ClassHook> hooks = new ArrayList<ClassHook>();
        hooks.add(ClassHook.of(RECORD)
                .with(
                        new MethodKey(
                                "<init>",
                                "(Ljava/util/logging/Level;Ljava/lang/String;L" + RECORD
                                        + "$FormatStyle;Ljava/lang/String;)V"),
                        ROOM + "RecordConstruction"));
        return hooks;
    }

    /** What is woven for JSON. */
    public static List<ClassHook> json() {
        List<ClassHook> hooks = new ArrayList<ClassHook>();
        hooks.add(ClassHook.of(LIBRARY + "formatters/MultistepFormatter").with(FORMAT, ROOM + "Formatting"));
        hooks.add(ClassHook.of(LIBRARY + "formatters/StructuredFormatter").with(FORMAT, ROOM + "StructuredFormatting"));
        // Woven by name with nothing, or it would be one of the application's formatters of java.util.logging.
        hooks.add(ClassHook.of(LIBRARY + "ExtFormatter"));
        hooks.add(ClassHook.of(LIBRARY + "ExtHandler")
                .with(
                        new MethodKey("setFormatter", "(Ljava/util/logging/Formatter;)V"),
                        "io.joblens.agent.log.jul.HandlerStart"));
        return hooks;
    }
}
