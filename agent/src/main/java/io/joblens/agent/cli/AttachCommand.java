package io.joblens.agent.cli;

import io.joblens.agent.config.Announcement;
import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Problems;
import io.joblens.agent.config.Sources;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "attach",
        description = {
            "Load the agent into a JVM that runs.",
            "What was loaded before is woven too; jobs that are going on are not counted, the next ones are.",
            "An agent that is there already takes over the rules and the log options of this configuration."
        })
final class AttachCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 20;
    private static final long PAUSE_MILLIS = 50;

    private final Console console;
    private final File jar;

    @Parameters(
            index = "0",
            paramLabel = "JVM",
            description = "A process id, or a part of the main class or JAR; * stands for any text.")
    private String target;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "key=value",
            description = "Options of the agent, such as http.port=9000.")
    private List<String> options = new ArrayList<String>();

    @Option(names = "--config", paramLabel = "FILE", description = "The agent's YAML file.")
    private String config;

    AttachCommand(Console console, File jar) {
        this.console = console;
        this.jar = jar;
    }

    @Override
    public Integer call() throws Exception {
        String arguments = arguments();
        AttachApi api = AttachApi.find();
        RunningJvm jvm = target(api);
        LinuxProcess process = LinuxProcess.of(jvm.pid());
        String obstacle = process.obstacle();
        if (obstacle != null) {
            throw failure(jvm, obstacle);
        }
        if (!process.sees(jar.getAbsoluteFile().toPath())) {
            throw failure(
                    jvm,
                    "it runs in a container that does not have " + jar.getAbsolutePath()
                            + "; copy the JAR into the container and run this there");
        }
        try (AttachApi.Connection connection = api.connect(jvm.pid())) {
            return attach(connection, jvm, arguments);
        } catch (Failure failure) {
            throw failure;
        } catch (Exception e) {
            throw failure(jvm, reason(e));
        }
    }

    private int attach(AttachApi.Connection connection, RunningJvm jvm, String arguments) throws Exception {
        String url = connection.properties().getProperty(Announcement.URL.property());
        if (url != null) {
            if (!arguments.isEmpty()) {
                return reconfigure(connection, jvm, url, arguments);
            }
            console.say("The agent is in " + jvm + " already: " + endpoint(url));
            return AgentCommand.DONE;
        }
        load(connection, arguments);
        Properties told = await(connection);
        url = told.getProperty(Announcement.URL.property());
        String woven = told.getProperty(Announcement.WOVEN.property());
        if (url == null || woven == null) {
            throw failure(
                    jvm,
                    "the agent was loaded, but does not say that it works; it may be switched off there"
                            + " (METRICS_ENABLED), and whatever it has to say is on that JVM's stderr");
        }
        console.say("The agent is in " + jvm + ": " + endpoint(url));
        if (woven.isEmpty()) {
            console.say("Nothing to weave was loaded yet; classes are woven as they load.");
            return AgentCommand.DONE;
        }
        console.say("Wove what was loaded already:");
        for (String name : woven.split(",")) {
            console.say("  " + name);
        }
        return AgentCommand.DONE;
    }

    /** The agent that is there takes over what can change while the JVM runs. */
    private int reconfigure(AttachApi.Connection connection, RunningJvm jvm, String url, String arguments)
            throws Exception {
        String before = connection.properties().getProperty(Announcement.ANSWER.property());
        load(connection, arguments);
        String answer = awaitOther(before, connection);
        if (answer == null) {
            throw failure(
                    jvm,
                    "the agent is there already (" + endpoint(url)
                            + ") and gives no answer; it may be an older one, which keeps its options, and whatever it"
                            + " has to say is on that JVM's stderr");
        }
        String[] lines = answer.split("\n");
        String[] sentences = Arrays.copyOfRange(lines, 2, lines.length);
        if (lines[1].equals(Announcement.REFUSED)) {
            throw Failure.of("the agent in " + jvm.pid() + " refuses the configuration: "
                    + String.join(System.lineSeparator() + "joblens: ", sentences));
        }
        console.say("The agent is in " + jvm + " already: " + endpoint(url));
        for (String sentence : sentences) {
            console.say(sentence);
        }
        return AgentCommand.DONE;
    }

    private static String awaitOther(String before, AttachApi.Connection connection) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() - deadline < 0) {
            String answer = connection.properties().getProperty(Announcement.ANSWER.property());
            if (answer != null && !answer.equals(before)) {
                return answer;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return null;
    }

    /** A Java 8 answers a later one with a bare 0, which is success and is taken for an error. */
    private void load(AttachApi.Connection connection, String arguments) throws Exception {
        try {
            connection.load(jar.getAbsolutePath(), arguments);
        } catch (Exception e) {
            if (!"0".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    /** Threads of the agent open the endpoint and weave, after its {@code agentmain} has returned. */
    private static Properties await(AttachApi.Connection connection) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Properties told = connection.properties();
            boolean all = told.getProperty(Announcement.URL.property()) != null
                    && told.getProperty(Announcement.WOVEN.property()) != null;
            if (all || System.nanoTime() - deadline > 0) {
                return told;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String endpoint(String url) {
        return url.equals(Announcement.NO_URL) ? "without an endpoint" : url;
    }

    private RunningJvm target(AttachApi api) {
        List<RunningJvm> jvms = api.jvms();
        if (target.matches("\\d+")) {
            for (RunningJvm jvm : jvms) {
                if (jvm.pid().equals(target)) {
                    return jvm;
                }
            }
            // A JVM may be hidden from the list, by -XX:-UsePerfData for example.
            return new RunningJvm(target, null);
        }
        List<RunningJvm> matching = new ArrayList<RunningJvm>();
        for (RunningJvm jvm : jvms) {
            if (jvm.matches(target)) {
                matching.add(jvm);
            }
        }
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw Failure.of(
                matching.isEmpty()
                        ? "no JVM of this user has " + target + " in its main class or JAR" + among(jvms)
                        : matching.size() + " JVMs have " + target + " in their main class or JAR; name one by its id"
                                + among(matching));
    }

    private static String among(List<RunningJvm> jvms) {
        StringBuilder lines = new StringBuilder(jvms.isEmpty() ? "; there is none" : ":");
        for (RunningJvm jvm : jvms) {
            lines.append(System.lineSeparator()).append("  ").append(jvm);
        }
        return lines.toString();
    }

    /** What the agent is told; checked here, because what it would say of it is on the stderr of another process. */
    private String arguments() {
        List<String> arguments = new ArrayList<String>();
        if (config != null) {
            arguments.add("config=" + new File(config).getAbsolutePath());
        }
        arguments.addAll(options);
        for (String argument : arguments) {
            if (argument.indexOf(',') >= 0) {
                throw Failure.ofUsage(
                        argument + " has a comma, which separates the agent's arguments; say it in a file");
            }
        }
        String joined = String.join(",", arguments);
        final List<String> problems = new ArrayList<String>();
        Sources nothingElse = new Sources(new Properties(), Collections.<String, String>emptyMap());
        Configuration.load(joined, nothingElse, new Problems() {
            @Override
            public void report(String line) {
                problems.add(line);
            }
        });
        if (!problems.isEmpty()) {
            throw Failure.ofUsage(String.join(System.lineSeparator() + "joblens: ", problems));
        }
        return joined;
    }

    private static Failure failure(RunningJvm jvm, String reason) {
        return Failure.of("cannot attach to " + jvm.pid() + ": " + reason);
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Dynamic agent loading is not enabled")) {
            return "it was started with -XX:-EnableDynamicAgentLoading; start it without, or with -javaagent";
        }
        if (message.contains("No such process")) {
            return "there is no such process";
        }
        if (message.contains("not permitted") || message.contains("Permission denied")) {
            return "it belongs to another user; run this as that user (" + message + ")";
        }
        return message + "; the JVM may belong to another user, be in a container, or be started with"
                + " -XX:+DisableAttachMechanism";
    }
}
