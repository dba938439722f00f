package io.joblens.scenarios;

import java.io.IOException;

/** How a scenario stays alive until it was looked at. */
final class Stdin {
    private Stdin() {}

    /** Waits until whoever started the application has ended its stdin. */
    static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            // What is sent means nothing here.
        }
    }
}
