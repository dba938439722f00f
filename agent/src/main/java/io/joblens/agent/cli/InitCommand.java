package io.joblens.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "init", description = "Write a commented configuration file to start from.")
final class InitCommand implements Callable<Integer> {
    private static final OpenOption[] NEW = {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    private static final OpenOption[] OVER = {
        StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
    };

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "joblens.yaml",
            description = "The file to write (${DEFAULT-VALUE}).")
    private String file;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path path = Paths.get(file);
        try {
            Files.write(path, StartingFile.text().getBytes(StandardCharsets.UTF_8), force ? OVER : NEW);
        } catch (FileAlreadyExistsException there) {
            throw Failure.of(file + " is there already; --force writes over it");
        } catch (NoSuchFileException noFolder) {
            throw Failure.of(file + " cannot be written; there is no folder "
                    + path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw Failure.of(file + " cannot be written: " + e);
        }
        console.say("Wrote " + file + ". To use it: java -javaagent:joblens-agent.jar=config=" + file + " ...");
        return AgentCommand.DONE;
    }
}
