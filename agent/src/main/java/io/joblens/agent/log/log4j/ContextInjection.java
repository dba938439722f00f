package io.joblens.agent.log.log4j;

import io.joblens.bootstrap.log.LogContext;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.util.StringMap;

/**
 * Inlined at the end of what gives an event its context data. The map may be that of the thread, which is shared and frozen, or
 * one that is used again and was filled by {@code putAll} while empty: such a map of Log4j believes that it is as large as the
 * one it was filled from, and fails at the next key. So it is copied, the fields of the job first.
 */
final class ContextInjection {
    private ContextInjection() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return(readOnly = false) StringMap data) {
        if (!LogContext.isInJob()) {
            return;
        }
        Map<String, String> fields = LogContext.fields();
        if (fields == null || data == null) {
            return;
        }
        StringMap joined = ContextDataFactory.createContextData(data.size() + fields.size());
        for (Map.Entry<String, String> field : fields.entrySet()) {
            joined.putValue(field.getKey(), field.getValue());
        }
        joined.putAll(data);
        data = joined;
    }
}
