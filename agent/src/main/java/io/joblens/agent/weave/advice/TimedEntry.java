package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

final class TimedEntry {
    private TimedEntry() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter() {
        return Joblens.time();
    }
}
