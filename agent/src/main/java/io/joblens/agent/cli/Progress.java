package io.joblens.agent.cli;

import java.util.concurrent.TimeUnit;

/** How far a command has come, for somebody who watches it on a terminal for more than a second. Not thread-safe. */
final class Progress {
    private static final long SILENT = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String CLEAR = "\r\u001b[K";

    private final Console console;
    private long next = System.nanoTime() + SILENT;
    private boolean shown;

    Progress(Console console) {
        this.console = console;
    }

    void on(int classes) {
        if (!console.isWatched() || System.nanoTime() < next) {
            return;
        }
        console.err().print(CLEAR + "Read " + classes + " classes ...");
        console.err().flush();
        next = System.nanoTime() + PAUSE;
        shown = true;
    }

    void end() {
        if (shown) {
            console.err().print(CLEAR);
        }
    }
}
