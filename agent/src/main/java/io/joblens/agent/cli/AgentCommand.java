package io.joblens.agent.cli;

import java.io.File;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line: what stands in front of the commands, and what their exit statuses mean. */
@Command(
        name = AgentCommand.NAME,
        description = {
            "Measures and explains the background jobs of a JVM application.",
            "",
            "To start an application under the agent: java -javaagent:joblens-agent.jar -jar worker.jar"
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%n")
public final class AgentCommand {
    static final String NAME = "java -jar joblens-agent.jar";

    static final int DONE = 0;
    /** Something was found to be wrong, or could not be done. */
    static final int FAILED = 1;
    /** The command line makes no sense. */
    static final int WRONG_USAGE = 2;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of this JAR.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    private AgentCommand() {}

    /**
     * Runs one command, on the streams of this JVM.
     *
     * @param jar the agent's JAR
     * @param version of the JAR
     * @return 0 when all is well, 1 when something is wrong, 2 when the arguments make no sense
     */
    public static int run(File jar, String version, String[] arguments) {
        return run(jar, version, Console.ofThisJvm(), arguments);
    }

    static int run(File jar, final String version, final Console console, String... arguments) {
        CommandLine line = new CommandLine(new AgentCommand());
        line.addSubcommand(new ListCommand(console));
        line.addSubcommand(new AttachCommand(console, jar));
        line.addSubcommand(new InitCommand(console));
        line.addSubcommand(new CheckCommand(console));
        line.getCommandSpec().versionProvider(new IVersionProvider() {
            @Override
            public String[] getVersion() {
                return new String[] {"joblens-agent " + version};
            }
        });
        line.setOut(new PrintWriter(console.out(), true));
        line.setErr(new PrintWriter(console.err(), true));
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(new CommandLine.IParameterExceptionHandler() {
            @Override
            public int handleParseException(ParameterException wrong, String[] given) {
                console.complain(wrong.getMessage() + "; see "
                        + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
                return WRONG_USAGE;
            }
        });
        line.setExecutionExceptionHandler(new CommandLine.IExecutionExceptionHandler() {
            @Override
            public int handleExecutionException(Exception thrown, CommandLine of, CommandLine.ParseResult result)
                    throws Exception {
                if (!(thrown instanceof Failure)) {
                    throw thrown;
                }
                console.complain(thrown.getMessage());
                return ((Failure) thrown).status();
            }
        });
        if (arguments.length == 0) {
            line.usage(console.err());
            return WRONG_USAGE;
        }
        return line.execute(arguments);
    }
}
