package io.joblens.agent.cli;

import java.util.regex.Pattern;

/** A JVM of this machine. Immutable. */
final class RunningJvm {
    private static final int LONGEST = 100;

    private final String pid;
    private final String command;

    /** @param command the main class or JAR, then the arguments; may be empty */
    RunningJvm(String pid, String command) {
        this.pid = pid;
        this.command = command == null || command.trim().isEmpty() ? "(unknown)" : command.trim();
    }

    String pid() {
        return pid;
    }

    /** The main class or JAR, then the arguments, not all of them when they are many. */
    String command() {
        return command.length() <= LONGEST ? command : command.substring(0, LONGEST - 3) + "...";
    }

    /** Whether the main class or JAR has this text in it; {@code *} stands for any text. */
    boolean matches(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString())
                .matcher(command.split(" ", 2)[0])
                .find();
    }

    @Override
    public String toString() {
        return pid + " " + command();
    }
}
