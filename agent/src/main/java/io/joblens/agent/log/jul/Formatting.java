package io.joblens.agent.log.jul;

import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.log.ApplicationLog;
import io.joblens.bootstrap.log.LogOrigins;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import net.bytebuddy.asm.Advice;

/** Inlined around the formatting of a record, in place of which a line of JSON may stand. */
final class Formatting {
    private Formatting() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static String enter(@Advice.This Formatter formatter, @Advice.Argument(0) LogRecord record) {
        if (record == null || ApplicationLog.decision(formatter) != ApplicationLog.JSON) {
            return null;
        }
        ApplicationLine line = ApplicationLog.line();
        if (line == null) {
            return null;
        }
        line.head(
                record.getMillis(),
                record.getLevel().getName(),
                record.getLoggerName(),
                LogOrigins.thread(record.getThreadID()),
                formatter.formatMessage(record));
        line.context(LogOrigins.fields(record));
        line.error(record.getThrown());
        return line.text();
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Enter String made, @Advice.Return(readOnly = false) String returned) {
        if (made != null) {
            returned = made;
        }
    }
}
