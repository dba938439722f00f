package io.joblens.agent.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URI;

/**
 * Finds the agent's JAR. A class on the bootstrap path has no code source, and to search for its file opens every module of
 * the JDK, which is half of what the agent costs at start; so the options of the JVM are looked at first, where they are
 * cheap to have. The class is on the bootstrap path only by the JAR's usual name.
 */
final class OwnJar {
    private static final String USUAL_NAME = "joblens-agent.jar";
    private static final String OPTION = "-javaagent:";
    /** In the order in which the JVM reads them. */
    private static final String[] VARIABLES = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"};

    private static final File COMMAND_LINE = new File("/proc/self/cmdline");
    private static final int MOST_READ = 64 * 1024;

    private OwnJar() {}

    /** @throws Exception when there is no way to find it */
    static File find() throws Exception {
        if (OwnJar.class.getClassLoader() != null) {
            return new File(OwnJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        }
        for (String variable : VARIABLES) {
            File named = namedIn(System.getenv(variable));
            if (named != null) {
                return named;
            }
        }
        File named = namedIn(commandLine());
        return named != null ? named : searched();
    }

    private static File namedIn(String options) {
        int option = options == null ? -1 : options.indexOf(OPTION);
        while (option >= 0) {
            int path = option + OPTION.length();
            int next = options.indexOf(OPTION, path);
            int name = options.indexOf(USUAL_NAME, path);
            if (name >= 0 && (next < 0 || name < next)) {
                File file = new File(options.substring(path, name + USUAL_NAME.length()));
                if (file.getName().equals(USUAL_NAME) && file.isFile()) {
                    return file;
                }
            }
            option = next;
        }
        return null;
    }

    /** The options of this process, or {@code null} where no system tells them, or not to us. */
    private static String commandLine() {
        if (File.separatorChar != '/') {
            return null;
        }
        byte[] bytes = new byte[MOST_READ];
        int length = 0;
        try (FileInputStream in = new FileInputStream(COMMAND_LINE)) {
            for (int read = 0; read >= 0 && length < bytes.length; length += Math.max(0, read)) {
                read = in.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            return null;
        } catch (SecurityException e) {
            return null;
        }
        // In the encoding of the platform, as paths are; where that is wrong there is no such file.
        return new String(bytes, 0, length);
    }

    private static File searched() throws Exception {
        String classFile = OwnJar.class.getName().replace('.', '/') + ".class";
        String url = ClassLoader.getSystemResource(classFile).toString();
        return new File(new URI(url.substring("jar:".length(), url.indexOf("!/"))));
    }
}
