package io.joblens.agent.log.logback;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.joblens.bootstrap.log.ApplicationLog;
import net.bytebuddy.asm.Advice;

/**
 * Inlined where an appender gets its stream, into which it writes the encoder's header at once: what can be decided of the encoder
 * is decided now.
 */
final class AppenderStart {
    private AppenderStart() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This OutputStreamAppender<?> appender) {
        Encoder<?> encoder = appender.getEncoder();
        if (encoder == null || ApplicationLog.decision(encoder) != ApplicationLog.UNDECIDED) {
            return;
        }
        ApplicationLog.belongs(encoder, "appender " + appender.getName() + " of Logback");
        if (!(encoder instanceof LayoutWrappingEncoder)) {
            ApplicationLog.keep(
                    encoder, "its encoder " + encoder.getClass().getName() + " is not one of Logback's with a layout");
            return;
        }
        Layout<?> layout = ((LayoutWrappingEncoder<?>) encoder).getLayout();
        if (layout instanceof PatternLayout) {
            ApplicationLog.decide(encoder, ((PatternLayout) layout).getPattern(), null);
        }
    }
}
