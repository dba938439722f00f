package io.joblens.agent.push;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an application is called where nobody has given it a name. */
public final class JobName {
    /** What HotSpot and OpenJ9 tell of the command line: the main class or the JAR, and the arguments behind it. */
    private static final String COMMAND = "sun.java.command";

    private static final String UNKNOWN = "java";
    /** Perhaps with its module in front. */
    private static final Pattern MAIN =
            Pattern.compile("(?:[\\w.]+/)?(\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*)");

    /** A JAR's path may have spaces, as the arguments have between them. */
    private static final Pattern JAR = Pattern.compile("(?:.*?[/\\\\])?([^/\\\\]+?)\\.jar(?: .*)?", Pattern.DOTALL);

    private static final Pattern VERSION = Pattern.compile("(.+?)-[0-9].*");

    private JobName() {}

    /** The main class; or the JAR without its version, with which every release would be a group of its own. */
    public static String ofThisJvm() {
        try {
            return of(System.getProperty(COMMAND));
        } catch (SecurityException denied) {
            return UNKNOWN;
        }
    }

    /** @param command may be {@code null} */
    static String of(String command) {
        if (command == null || command.trim().isEmpty()) {
            return UNKNOWN;
        }
        String first = command.trim().split(" ", 2)[0];
        Matcher main = MAIN.matcher(first);
        if (!first.endsWith(".jar") && main.matches()) {
            return main.group(1);
        }
        Matcher jar = JAR.matcher(command);
        if (!jar.matches()) {
            return UNKNOWN;
        }
        Matcher version = VERSION.matcher(jar.group(1));
        return version.matches() ? version.group(1) : jar.group(1);
    }
}
