package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

/** The exit of the static initializer of a class that feeds a gauge itself. */
final class Initialization {
    private Initialization() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@ProbeNumber int instances, @Advice.Origin Class<?> type) {
        Joblens.constructed(instances, type);
    }
}
