package io.joblens.benchmarks.startup;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;

/** An agent that is shown every class and changes none: what every agent costs that looks at classes. */
public final class TransformerAgent {
    private TransformerAgent() {}

    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new ClassFileTransformer() {}, true);
    }
}
