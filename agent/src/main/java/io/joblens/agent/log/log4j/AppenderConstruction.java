package io.joblens.agent.log.log4j;

import io.joblens.bootstrap.log.ApplicationLog;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Inlined where an appender gets its layout, about which it is decided at once. */
final class AppenderConstruction {
    private AppenderConstruction() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(0) String name, @Advice.Argument(2) Layout<?> layout) {
        if (layout == null || ApplicationLog.decision(layout) != ApplicationLog.UNDECIDED) {
            return;
        }
        ApplicationLog.belongs(layout, "appender " + name + " of Log4j");
        if (layout instanceof PatternLayout) {
            ApplicationLog.decide(layout, ((PatternLayout) layout).getConversionPattern(), null);
        } else {
            ApplicationLog.keep(layout, "its layout " + layout.getClass().getName() + " has a form of its own");
        }
    }
}
