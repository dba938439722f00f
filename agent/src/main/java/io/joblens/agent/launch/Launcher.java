package io.joblens.agent.launch;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;

/**
 * The agent's front door: named by the manifest, called by the JVM before the application's {@code main}, or in a JVM
 * that runs already. Nothing is ever thrown from here, because that would end the JVM.
 */
public final class Launcher {
    private static final String DOOR = "io.joblens.bootstrap.Joblens";
    private static final String AGENT = "io.joblens.agent.Agent";

    private Launcher() {}

    /** Called for {@code -javaagent}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        launch(arguments, instrumentation, true);
    }

    /** Called when the agent is attached to a running JVM. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        launch(arguments, instrumentation, false);
    }

    private static void launch(String arguments, Instrumentation instrumentation, boolean atStart) {
        try {
            if (atStart && isToolOfTheJdk()) {
                return;
            }
            File file = OwnJar.find();
            if (atStart && isCommandLineOf(file)) {
                return;
            }
            JarFile jar = new JarFile(file, false);
            putRuntimeOnBootstrapPath(instrumentation, jar);
            if (!claim()) {
                jar.close();
                if (atStart || !reconfigure(arguments)) {
                    System.err.println("joblens: the agent is in this JVM already; the second one does nothing");
                }
                return;
            }
            Class.forName(AGENT, true, new AgentClassLoader(jar, platformLoader()))
                    .getMethod("start", String.class, Instrumentation.class, boolean.class)
                    .invoke(null, arguments, instrumentation, !atStart);
        } catch (Throwable thrown) {
            System.err.println("joblens: the agent could not start, the application is not measured: " + thrown
                    + (thrown.getCause() == null ? "" : ", caused by " + thrown.getCause()));
        }
    }

    /**
     * {@code JAVA_TOOL_OPTIONS} reaches keytool and jps too, which have no jobs and whose output somebody parses. From
     * Java 9 on such a tool is the main class of a module of the JDK.
     */
    private static boolean isToolOfTheJdk() {
        String module = System.getProperty("jdk.module.main");
        String command = System.getProperty("sun.java.command");
        if (module != null) {
            return (module.startsWith("jdk.") || module.startsWith("java.")) && !isSourceLauncher(command);
        }
        return command != null && (command.startsWith("sun.") || command.startsWith("com.sun.tools."));
    }

    /** {@code java Worker.java} is an application too, though its main class is the compiler's. */
    private static boolean isSourceLauncher(String command) {
        return command != null && command.startsWith("jdk.compiler/com.sun.tools.javac.launcher.");
    }

    /** The agent's own command line has no jobs either. */
    private static boolean isCommandLineOf(File jar) {
        String command = System.getProperty("sun.java.command");
        return command != null && command.split(" ", 2)[0].endsWith(jar.getName());
    }

    /**
     * The manifest names the JAR as {@code Boot-Class-Path}, by its usual name. When it has been renamed, or at attach,
     * the JVM is asked instead; at start that costs the warning "Sharing is only supported for boot loader classes".
     */
    private static void putRuntimeOnBootstrapPath(Instrumentation instrumentation, JarFile jar)
            throws ClassNotFoundException {
        try {
            Class.forName(DOOR, false, null);
        } catch (ClassNotFoundException renamed) {
            // Afterwards the bootstrap path has the classes of this package too: they would come from there, as
            // strangers.
            ClassLoader own = Launcher.class.getClassLoader();
            Class.forName(AgentClassLoader.class.getName(), false, own);
            Class.forName(Pack.class.getName(), false, own);
            instrumentation.appendToBootstrapClassLoaderSearch(jar);
        }
    }

    /** By reflection: this class may be loaded by the application's loader, before the runtime can be found. */
    private static boolean claim() throws Exception {
        return (Boolean) Class.forName(DOOR, true, null).getMethod("claim").invoke(null);
    }

    /** Has the agent that is here take over the arguments; false when it is switched off, or too old to. */
    private static boolean reconfigure(String arguments) throws Exception {
        try {
            return (Boolean) Class.forName(DOOR, true, null)
                    .getMethod("reconfigure", String.class)
                    .invoke(null, arguments);
        } catch (NoSuchMethodException old) {
            return false;
        }
    }

    private static ClassLoader platformLoader() {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        while (loader.getParent() != null) {
            loader = loader.getParent();
        }
        return loader;
    }
}
