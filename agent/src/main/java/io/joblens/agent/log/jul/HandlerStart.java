package io.joblens.agent.log.jul;

import io.joblens.bootstrap.log.ApplicationLog;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import net.bytebuddy.asm.Advice;

/** Inlined where a handler gets its formatter, so that the decision about the formatter can name the handler. */
final class HandlerStart {
    private HandlerStart() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Handler handler, @Advice.Argument(0) Formatter formatter) {
        if (formatter != null) {
            ApplicationLog.belongs(
                    formatter,
                    "handler " + handler.getClass().getName() + " with "
                            + formatter.getClass().getName());
        }
    }
}
