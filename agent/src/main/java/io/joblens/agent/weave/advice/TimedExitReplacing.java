package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The exit of a timed method whose result may be a description of work, which has to be returned with an addition. */
final class TimedExitReplacing {
    private TimedExitReplacing() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @ProbeNumber int probe,
            @Advice.Enter long startNanos,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object returned,
            @Advice.Thrown Throwable thrown,
            @Slot(0) Object a,
            @Slot(1) Object b,
            @Slot(2) Object c,
            @Slots Object[] many) {
        returned = Joblens.timedWith(probe, startNanos, returned, thrown, a, b, c, many);
    }
}
