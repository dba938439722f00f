package io.joblens.agent.cli;

import io.joblens.agent.config.Announcement;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Show the JVMs of this machine and user, and where the agent in them answers.")
final class ListCommand implements Callable<Integer> {
    private final Console console;

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AttachApi api = AttachApi.find();
        List<RunningJvm> jvms = api.jvms();
        if (jvms.isEmpty()) {
            console.say("No other JVM of this user runs here.");
            return AgentCommand.DONE;
        }
        Table table = new Table("PID", "AGENT", "COMMAND");
        for (RunningJvm jvm : jvms) {
            String agent = agent(api, jvm);
            if (!LinuxProcess.of(jvm.pid()).isGone()) {
                table.row(jvm.pid(), agent, jvm.command());
            }
        }
        for (String line : table.lines()) {
            console.say(line);
        }
        return AgentCommand.DONE;
    }

    private String agent(AttachApi api, RunningJvm jvm) {
        LinuxProcess process = LinuxProcess.of(jvm.pid());
        String obstacle = process.obstacle();
        if (process.isGone()) {
            return "?";
        }
        if (obstacle != null) {
            console.complain(jvm.pid() + " cannot be asked: " + obstacle);
            return "?";
        }
        try (AttachApi.Connection connection = api.connect(jvm.pid())) {
            String url = connection.properties().getProperty(Announcement.URL.property());
            return url == null ? "-" : url.equals(Announcement.NO_URL) ? "no endpoint" : url;
        } catch (Exception e) {
            console.complain(jvm.pid() + " cannot be asked: " + e.getMessage());
            return "?";
        }
    }
}
