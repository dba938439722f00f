package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

/** The exit of a timed method whose probe asks for arguments, as they were at entry. */
final class TimedExitWithSlots {
    private TimedExitWithSlots() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @ProbeNumber int probe,
            @Advice.Enter long startNanos,
            @Result Object returned,
            @Advice.Thrown Throwable thrown,
            @Slot(0) Object a,
            @Slot(1) Object b,
            @Slot(2) Object c,
            @Slots Object[] many) {
        Joblens.timed(probe, startNanos, returned, thrown, a, b, c, many);
    }
}
