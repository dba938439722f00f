package io.joblens.agent.log.jul;

import io.joblens.bootstrap.log.LogOrigins;
import java.util.logging.LogRecord;
import net.bytebuddy.asm.Advice;

/** Inlined where a record is logged, on the thread that logs, which need not be the one that writes. */
final class Logging {
    private Logging() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) LogRecord record) {
        LogOrigins.remember(record, record.getThreadID());
    }
}
