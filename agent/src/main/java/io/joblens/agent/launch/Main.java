package io.joblens.agent.launch;

import java.io.File;
import java.util.jar.JarFile;

/** What {@code java -jar} calls: the command line of the agent's JAR. An application under the agent never loads it. */
public final class Main {
    private static final String COMMAND_LINE = "io.joblens.agent.cli.AgentCommand";

    private Main() {}

    /** Runs a command, and ends the JVM with its status. */
    public static void main(String[] arguments) throws Exception {
        File file = OwnJar.find();
        String version = Main.class.getPackage().getImplementationVersion();
        // Here the runtime stands on the class path, as do the JDK's tools.
        ClassLoader loader = new AgentClassLoader(new JarFile(file, false), Main.class.getClassLoader());
        Object status = Class.forName(COMMAND_LINE, true, loader)
                .getMethod("run", File.class, String.class, String[].class)
                .invoke(null, file, version, arguments);
        System.exit((Integer) status);
    }
}
