package io.joblens.agent.log.reload4j;

import io.joblens.bootstrap.log.LogContext;
import java.util.Hashtable;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.log4j.MDC;

/** Inlined at the end of the event's constructors. The event then has its MDC, which it would else look up when asked. */
final class EventConstruction {
    private EventConstruction() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Advice.FieldValue(value = "mdcCopy", readOnly = false) Hashtable<?, ?> copy,
            @Advice.FieldValue(value = "mdcCopyLookupRequired", readOnly = false) boolean isToBeCopied) {
        if (!LogContext.isInJob()) {
            return;
        }
        Map<String, String> fields = LogContext.fields();
        if (fields == null) {
            return;
        }
        Hashtable<Object, Object> joined = new Hashtable<Object, Object>(fields);
        Map<?, ?> own = MDC.getContext();
        if (own != null) {
            joined.putAll(own);
        }
        copy = joined;
        isToBeCopied = false;
    }
}
