package io.joblens.benchmarks.startup;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing: what every agent costs. */
public final class EmptyAgent {
    private EmptyAgent() {}

    public static void premain(String arguments, Instrumentation instrumentation) {}
}
