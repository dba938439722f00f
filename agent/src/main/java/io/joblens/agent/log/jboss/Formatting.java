package io.joblens.agent.log.jboss;

import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.log.ApplicationLog;
import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.MultistepFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Inlined around the formatting of a record, in place of which a line of JSON may stand. */
final class Formatting {
    private Formatting() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static String enter(@Advice.This MultistepFormatter formatter, @Advice.Argument(0) ExtLogRecord record) {
        int decision = ApplicationLog.decision(formatter);
        if (decision == ApplicationLog.UNDECIDED) {
            boolean isPattern = formatter instanceof PatternFormatter;
            decision = ApplicationLog.decide(
                    formatter, isPattern ? ((PatternFormatter) formatter).getPattern() : "", null);
        }
        if (decision != ApplicationLog.JSON || record == null) {
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
                record.getThreadName(),
                record.getFormattedMessage());
        line.context(record.getMdcCopy());
        if (record.getNdc() != null && !record.getNdc().isEmpty()) {
            line.field("ndc", record.getNdc());
        }
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
