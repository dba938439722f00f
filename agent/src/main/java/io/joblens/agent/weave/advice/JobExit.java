package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

/** The exit of a job method whose end asks for no argument. */
final class JobExit {
    private JobExit() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, backupArguments = false)
    static void exit(
            @ProbeNumber int probe,
            @Advice.Enter Object token,
            @Result Object returned,
            @Advice.Thrown Throwable thrown) {
        Joblens.exit(probe, token, returned, thrown, null, null, null, null);
    }
}
