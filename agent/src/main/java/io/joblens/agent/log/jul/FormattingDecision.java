package io.joblens.agent.log.jul;

import io.joblens.bootstrap.log.ApplicationLog;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import net.bytebuddy.asm.Advice;

/** Inlined in front of {@link Formatting}: a formatter about which nothing is decided is tried with the record at hand. */
final class FormattingDecision {
    private FormattingDecision() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Formatter formatter, @Advice.Argument(0) LogRecord record) {
        if (ApplicationLog.decision(formatter) == ApplicationLog.UNDECIDED
                && record != null
                && ApplicationLog.tries(formatter)) {
            ApplicationLog.decide(formatter, formatter.format(record), String.valueOf(formatter.formatMessage(record)));
        }
    }
}
