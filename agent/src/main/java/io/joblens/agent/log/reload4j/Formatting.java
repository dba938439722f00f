package io.joblens.agent.log.reload4j;

import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.log.ApplicationLog;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.log4j.Layout;
import org.apache.log4j.spi.LoggingEvent;
import org.apache.log4j.spi.ThrowableInformation;

/** Inlined around the formatting of an event, in place of which a line of JSON may stand. */
final class Formatting {
    private Formatting() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static String enter(@Advice.This Layout layout, @Advice.Argument(0) LoggingEvent event) {
        if (ApplicationLog.decision(layout) != ApplicationLog.JSON) {
            return null;
        }
        ApplicationLine line = ApplicationLog.line();
        if (line == null) {
            return null;
        }
        line.head(
                event.timeStamp,
                event.getLevel().toString(),
                event.getLoggerName(),
                event.getThreadName(),
                event.getRenderedMessage());
        line.context(event.getProperties());
        if (event.getNDC() != null) {
            line.field("ndc", event.getNDC());
        }
        if (event.getMessage() instanceof Map) {
            line.context((Map<?, ?>) event.getMessage());
        }
        ThrowableInformation thrown = event.getThrowableInformation();
        if (thrown != null && thrown.getThrowable() != null) {
            line.error(thrown.getThrowable());
        } else if (thrown != null && thrown.getThrowableStrRep() != null) {
            StringBuilder stack = new StringBuilder();
            for (String row : thrown.getThrowableStrRep()) {
                stack.append(row).append('\n');
            }
            String all = stack.toString();
            line.error(all.substring(0, all.indexOf('\n') + 1).trim(), null, all);
        }
        return line.text();
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Enter String made, @Advice.Return(readOnly = false) String returned) {
        if (made != null) {
            returned = made;
        }
    }
}
