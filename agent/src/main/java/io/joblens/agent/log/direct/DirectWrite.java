package io.joblens.agent.log.direct;

import io.joblens.bootstrap.log.DirectLog;
import net.bytebuddy.asm.Advice;

/** Inlined at the start of the method. What the agent took, the method does not write again. */
final class DirectWrite {
    private DirectWrite() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static boolean enter(
            @Advice.Argument(0) String kind,
            @Advice.Argument(1) String text,
            @Advice.Argument(2) Object id,
            @Advice.Argument(3) double durationMs,
            @Advice.Argument(4) int attempt,
            @Advice.Argument(5) Object error,
            @Advice.Argument(6) boolean success,
            @Advice.Argument(7) Object[] pairs) {
        return DirectLog.write(kind, text, id, durationMs, attempt, error, success, pairs);
    }
}
