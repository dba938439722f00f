package io.joblens.agent.log.log4j;

import io.joblens.bootstrap.log.LogContext;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.util.StringMap;

/**
 * Inlined at the end of what gives an event its context data. The map may be that of the thread, which is shared and frozen; it is
 * then copied into the one that the event has brought to be reused, or else into a new one.
 */
final class ContextInjection {
    private ContextInjection() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(1) StringMap reusable, @Advice.Return(readOnly = false) StringMap data) {
        if (!LogContext.isInJob()) {
            return;
        }
        Map<String, String> fields = LogContext.fields();
        if (fields == null || data == null) {
            return;
        }
        StringMap joined = data;
        if (data != reusable || data.isFrozen()) {
            if (data == reusable || reusable == null || reusable.isFrozen()) {
                joined = ContextDataFactory.createContextData(data.size() + fields.size());
            } else {
                joined = reusable;
                joined.clear();
            }
            joined.putAll(data);
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (!joined.containsKey(field.getKey())) {
                joined.putValue(field.getKey(), field.getValue());
            }
        }
        data = joined;
    }
}
