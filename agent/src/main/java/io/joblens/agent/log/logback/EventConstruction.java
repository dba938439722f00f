package io.joblens.agent.log.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.joblens.bootstrap.log.LogContext;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** Inlined at the end of the event's constructor. The event then has its MDC, which it would else fetch when asked. */
final class EventConstruction {
    private EventConstruction() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Advice.This LoggingEvent event,
            @Advice.FieldValue(value = "mdcPropertyMap", readOnly = false) Map<String, String> fields) {
        if (LogContext.isInJob()) {
            fields = LogContext.join(event.getMDCPropertyMap());
        }
    }
}
