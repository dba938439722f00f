package io.joblens.agent.log.logback;

import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.joblens.bootstrap.log.ApplicationLog;
import net.bytebuddy.asm.Advice;

/** Inlined at the end of what makes the header and the footer of a file: between lines of JSON they have no place. */
final class DocumentEnds {
    private DocumentEnds() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This LayoutWrappingEncoder<?> encoder, @Advice.Return(readOnly = false) byte[] returned) {
        if (returned != null && ApplicationLog.decision(encoder) == ApplicationLog.JSON) {
            returned = null;
        }
    }
}
