package io.joblens.agent.log.jboss;

import io.joblens.bootstrap.log.ApplicationLog;
import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.formatters.StructuredFormatter;

/** Inlined where JSON or XML is written, which stay as they are. */
final class StructuredFormatting {
    private StructuredFormatting() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This StructuredFormatter formatter) {
        if (ApplicationLog.decision(formatter) == ApplicationLog.UNDECIDED) {
            ApplicationLog.keep(formatter, "its lines have a structure already");
        }
    }
}
