package io.joblens.agent.cli;

import java.io.PrintStream;

/** Where commands write: results to stdout, problems and progress to stderr. Not thread-safe. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    static Console ofThisJvm() {
        return new Console(System.out, System.err, isTerminal());
    }

    /** From Java 22 on there is a console without a terminal, too; it can tell. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Whether somebody watches. */
    boolean isWatched() {
        return terminal;
    }

    void say(String line) {
        out.println(line);
    }

    /** Says what is wrong. */
    void complain(String sentence) {
        err.println("joblens: " + sentence);
    }
}
