package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

/** The exit of a timed method whose probe asks for no argument. */
final class TimedExit {
    private TimedExit() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, backupArguments = false)
    static void exit(
            @ProbeNumber int probe,
            @Advice.Enter long startNanos,
            @Result Object returned,
            @Advice.Thrown Throwable thrown) {
        Joblens.timed(probe, startNanos, returned, thrown, null, null, null, null);
    }
}
