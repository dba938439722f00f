package io.joblens.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an application is to be started: under the agent with a free port, unless told otherwise. Not thread-safe. */
final class Launch {
    /** What somebody's shell may hold that would change what the tests see. */
    private static final Set<String> FOREIGN_VARIABLES = Set.of(
            "JAVA_TOOL_OPTIONS",
            "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "CLASSPATH",
            "LOG_LEVEL",
            "LOG_FORMAT",
            "METRICS_ENABLED",
            "CLAMD_HOST",
            "CLAMD_PORT");

    private final Jvm jvm;
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, String> agentOptions = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Set<Path> classPath = new LinkedHashSet<>();
    private Path agent;
    private Path folder;
    private Path applications;
    private int knownPort;

    final List<String> expectedStderr = new ArrayList<>();
    int expectedExit;
    IntPredicate expectedErrors = count -> count == 0;
    /** What stderr, which is otherwise free, must not hold; {@code null} where its lines are known. */
    String unwantedOnStderr;

    private Launch(Jvm jvm) {
        this.jvm = jvm;
    }

    /** Under the agent, with the scenarios on the class path. */
    static Launch on(Jvm jvm) {
        return new Launch(jvm).agent(Built.agent()).option("http.port", String.valueOf(freePort()));
    }

    /** Without the agent, for comparison. */
    static Launch withoutAgentOn(Jvm jvm) {
        return new Launch(jvm);
    }

    /** A port that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another JAR than the one that was built. */
    Launch agent(Path jar) {
        agent = jar;
        return this;
    }

    /** An argument of the agent; {@code null} leaves it out, the port too. */
    Launch option(String name, String value) {
        agentOptions.remove(name);
        if (value != null) {
            agentOptions.put(name, value);
        }
        return this;
    }

    /** The endpoint listens where nobody looks: the application may end before it does. */
    Launch unasked() {
        return option("http.port", null).property("joblens.http.port", String.valueOf(freePort()));
    }

    /** Where the endpoint is, when the arguments of {@link #agent} do not say it. */
    Launch port(int port) {
        knownPort = port;
        return this;
    }

    /** An option of the JVM, in front of the agent's. */
    Launch jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    Launch property(String name, String value) {
        return jvmOption("-D" + name + "=" + value);
    }

    Launch variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Launch classPath(Path... entries) {
        return classPath(List.of(entries));
    }

    Launch classPath(List<Path> entries) {
        classPath.addAll(entries);
        return this;
    }

    /** Where {@link #main} finds its class, in place of what {@code src/scenarios/java} was compiled to. */
    Launch applications(Path classes) {
        applications = classes;
        return this;
    }

    /** The working directory. */
    Launch in(Path workingDirectory) {
        folder = workingDirectory;
        return this;
    }

    /** The application is expected to end with this status instead of 0. */
    Launch expectExit(int status) {
        expectedExit = status;
        return this;
    }

    /** One line is expected on stderr that matches; each such call stands for one line, in their order. */
    Launch expectStderr(String regex) {
        expectedStderr.add(regex);
        return this;
    }

    /** Stderr is somebody else's, and has no line that holds this text. */
    Launch expectStderrWithout(String part) {
        unwantedOnStderr = part;
        return this;
    }

    /** Errors are expected in {@code joblens_errors_total}, this many. */
    Launch expectErrors(IntPredicate count) {
        expectedErrors = count;
        return this;
    }

    /** Starts a class of {@code src/scenarios/java}, or of the class path that was given. */
    ForkedApp main(String mainClass, String... arguments) {
        classPath.add(applications == null ? Built.scenarios() : applications);
        return start(Stream.concat(Stream.of("-cp", classPathText(), mainClass), Stream.of(arguments)));
    }

    /** Starts an application that is a JAR. */
    ForkedApp jar(Path jar, String... arguments) {
        return start(Stream.concat(Stream.of("-jar", jar.toString()), Stream.of(arguments)));
    }

    private ForkedApp start(Stream<String> application) {
        List<String> command = new ArrayList<>();
        command.add(jvm.java().toString());
        command.addAll(jvmOptions);
        if (agent != null) {
            command.add("-javaagent:" + agent + arguments());
        }
        application.forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> FOREIGN_VARIABLES.contains(name) || name.startsWith("JOBLENS_"));
        builder.environment().putAll(variables);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        try {
            return new ForkedApp(builder.start(), port(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String arguments() {
        return agentOptions.isEmpty()
                ? ""
                : "="
                        + agentOptions.entrySet().stream()
                                .map(option -> option.getKey() + "=" + option.getValue())
                                .collect(Collectors.joining(","));
    }

    /** Where the agent listens, as far as its arguments say; 0 when nothing is to be asked there. */
    private int port() {
        if (knownPort != 0) {
            return knownPort;
        }
        boolean off = agent == null || "false".equals(agentOptions.get("http.enabled"));
        return off ? 0 : Integer.parseInt(agentOptions.getOrDefault("http.port", "0"));
    }

    private String classPathText() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
