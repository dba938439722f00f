package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

/** The exit of a job method whose end asks for arguments, as they were at entry. */
final class JobExitWithSlots {
    private JobExitWithSlots() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @ProbeNumber int probe,
            @Advice.Enter Object token,
            @Result Object returned,
            @Advice.Thrown Throwable thrown,
            @Slot(0) Object a,
            @Slot(1) Object b,
            @Slot(2) Object c,
            @Slots Object[] many) {
        Joblens.exit(probe, token, returned, thrown, a, b, c, many);
    }
}
