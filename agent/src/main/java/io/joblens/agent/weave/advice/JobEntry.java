package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

final class JobEntry {
    private JobEntry() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
            @ProbeNumber int probe,
            @Advice.This(optional = true) Object receiver,
            @Slot(0) Object a,
            @Slot(1) Object b,
            @Slot(2) Object c,
            @Slots Object[] many) {
        return Joblens.enter(probe, receiver, a, b, c, many);
    }
}
