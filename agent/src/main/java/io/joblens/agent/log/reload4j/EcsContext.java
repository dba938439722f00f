package io.joblens.agent.log.reload4j;

import io.joblens.bootstrap.log.LogContext;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.log4j.spi.LoggingEvent;

/** Inlined where Elastic's layout asks the thread for its MDC instead of the event, which has the fields of the job. */
final class EcsContext {
    private EcsContext() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(0) LoggingEvent event, @Advice.Return(readOnly = false) Map<?, ?> returned) {
        if (LogContext.isInJob()) {
            returned = event.getProperties();
        }
    }
}
