package io.joblens.agent.log.reload4j;

import io.joblens.bootstrap.log.ApplicationLog;
import net.bytebuddy.asm.Advice;
import org.apache.log4j.Layout;

/** Inlined at the end of what says whether the appender is to write the stack after the line, which has it when it is JSON. */
final class StackAfterLine {
    private StackAfterLine() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Layout layout, @Advice.Return(readOnly = false) boolean ignores) {
        if (ignores && ApplicationLog.decision(layout) == ApplicationLog.JSON) {
            ignores = false;
        }
    }
}
