package io.joblens.agent.log.logback;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.joblens.bootstrap.log.ApplicationLog;
import net.bytebuddy.asm.Advice;

/** Inlined in front of {@link Encoding}: an encoder about which nothing is decided is tried with the event at hand. */
final class EncodingDecision {
    private EncodingDecision() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.This LayoutWrappingEncoder<?> encoder,
            @Advice.FieldValue("layout") Layout<ILoggingEvent> layout,
            @Advice.Argument(0) Object event) {
        if (ApplicationLog.decision(encoder) != ApplicationLog.UNDECIDED) {
            return;
        }
        if (!(event instanceof ILoggingEvent)) {
            ApplicationLog.keep(encoder, "its events are not the application's log");
        } else if (layout instanceof PatternLayout) {
            ApplicationLog.decide(encoder, ((PatternLayout) layout).getPattern(), null);
        } else if (layout != null) {
            ILoggingEvent logged = (ILoggingEvent) event;
            ApplicationLog.decide(encoder, layout.doLayout(logged), logged.getFormattedMessage());
        }
    }
}
