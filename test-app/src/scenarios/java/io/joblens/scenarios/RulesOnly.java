package io.joblens.scenarios;

import java.io.IOException;

/** Starts the application without annotations that rules are tried on. */
public final class RulesOnly {
    private RulesOnly() {}

    public static void main(String[] args) throws Exception {
        io.joblens.scenarios.rules.Work.all();
        System.out.println("ready");
        awaitEnd();
    }

    private static void awaitEnd() throws IOException {
        Stdin.awaitEnd();
    }
}
