package io.joblens.agent.log.log4j;

import io.joblens.bootstrap.log.ApplicationLog;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * Inlined at the end of what makes the header and the footer of a file: between lines of JSON they have no place. A file gets its
 * header before there is an appender whose name the decision could tell.
 */
final class DocumentEnds {
    private DocumentEnds() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This AbstractStringLayout layout, @Advice.Return(readOnly = false) byte[] returned) {
        if (returned == null || !(layout instanceof PatternLayout)) {
            return;
        }
        if (ApplicationLog.decision(layout) == ApplicationLog.UNDECIDED) {
            String pattern = ((PatternLayout) layout).getConversionPattern();
            ApplicationLog.belongs(layout, "a layout of Log4j with a header and the pattern " + pattern);
            ApplicationLog.decide(layout, pattern, null);
        }
        if (ApplicationLog.decision(layout) == ApplicationLog.JSON) {
            returned = null;
        }
    }
}
