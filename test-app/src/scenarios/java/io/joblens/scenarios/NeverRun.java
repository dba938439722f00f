package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import io.joblens.api.Scan;

/** Loaded, but nothing of it is ever called. */
final class NeverRun {
    private NeverRun() {}

    @JobStart("never-run")
    @JobComplete("never-run")
    static void job() {}

    @Scan(value = "never-run", infectedWhen = "return")
    static boolean scan() {
        return false;
    }

    @Operation("never-run")
    static void operation() {}

    @Operation
    static void unnamedAndNeverRun() {}
}
