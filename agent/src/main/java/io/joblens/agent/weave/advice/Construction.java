package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

/** The exit of a constructor of a class whose instances feed a gauge. */
final class Construction {
    private Construction() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@ProbeNumber int instances, @Advice.This Object instance) {
        Joblens.constructed(instances, instance);
    }
}
