package io.joblens.agent.log.jboss;

import io.joblens.bootstrap.log.LogContext;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.MDC;

/** Inlined at the end of the record's constructor. The record then has its MDC, which it would else look up when asked. */
final class RecordConstruction {
    private RecordConstruction() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This ExtLogRecord record) {
        if (!LogContext.isInJob()) {
            return;
        }
        Map<String, String> fields = LogContext.fields();
        if (fields != null) {
            Map<String, Object> joined = new HashMap<String, Object>(fields);
            joined.putAll(MDC.copyObject());
            record.setMdc(joined);
        }
    }
}
