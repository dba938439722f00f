package io.joblens.agent.cli;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.config.Problems;
import io.joblens.agent.config.Sources;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.yaml.RuleFile;
import io.joblens.agent.weave.Hook;
import io.joblens.agent.weave.Presets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Show what the agent would hook in an application, without running it.",
            "Ends with 1 when something makes no sense, so that it can stand in a build."
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "APP",
            description = "JARs, WARs and folders; what is nested in them is read too.")
    private List<String> applications;

    @CommandLine.Option(names = "--config", paramLabel = "FILE", description = "The agent's YAML file to check too.")
    private String config;

    @CommandLine.Option(names = "--json", description = "Write JSON, the problems included.")
    private boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Path> roots = new ArrayList<Path>();
        for (String application : applications) {
            roots.add(existing(application));
        }
        if (config != null) {
            existing(config);
        }
        List<String> problems = new ArrayList<String>();
        Configuration configuration = configuration(problems);
        RuleSet rules = rules(configuration, problems);
        Progress progress = new Progress(console);
        try (ApplicationClasses classes = new ApplicationClasses(progress, rules, Presets.of(configuration))) {
            for (Path root : roots) {
                classes.add(root);
            }
            List<Hook> hooks = classes.hooks();
            progress.end();
            problems.addAll(classes.problems());
            report(hooks, problems, classes.size());
        }
        return problems.isEmpty() ? AgentCommand.DONE : AgentCommand.FAILED;
    }

    private static Path existing(String name) {
        Path path = Paths.get(name);
        if (!Files.exists(path)) {
            throw Failure.ofUsage(name + " does not exist (looked for " + path.toAbsolutePath() + ")");
        }
        return path;
    }

    /** What the file says, or the defaults without one. */
    private Configuration configuration(List<String> found) {
        Properties properties = new Properties();
        if (config != null) {
            properties.setProperty(Option.CONFIG.property(), config);
        }
        Sources sources = new Sources(properties, Collections.<String, String>emptyMap());
        return Configuration.load(null, sources, into(found));
    }

    private static Problems into(final List<String> found) {
        return new Problems() {
            @Override
            public void report(String line) {
                found.add(line);
            }
        };
    }

    /** The rules of the file, without those that make no sense; {@code null} when it has none. */
    private static RuleSet rules(Configuration configuration, List<String> found) {
        return configuration.rules() == null && configuration.annotations() == null
                ? null
                : RuleFile.read(configuration.rules(), configuration.annotations(), into(found));
    }

    private void report(List<Hook> hooks, List<String> problems, int classes) {
        if (json) {
            CheckReport.writeJson(hooks, problems, classes, console.out());
            return;
        }
        for (String line : CheckReport.lines(hooks, problems.size(), classes)) {
            console.say(line);
        }
        for (String problem : problems) {
            console.complain(problem);
        }
    }
}
