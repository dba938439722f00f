package io.joblens.agent.log.reload4j;

import io.joblens.bootstrap.log.ApplicationLog;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.EnhancedPatternLayout;
import org.apache.log4j.Layout;
import org.apache.log4j.PatternLayout;

/** Inlined where an appender gets an event: only then is it known to be complete, and a layout about which nothing is decided is. */
final class Appending {
    private Appending() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This AppenderSkeleton appender, @Advice.FieldValue("layout") Layout layout) {
        if (layout == null || ApplicationLog.decision(layout) != ApplicationLog.UNDECIDED) {
            return;
        }
        String name = layout.getClass().getName();
        String formatting = "";
        // By name: class files as old as those of Log4j 1.2 cannot hold a class as a constant, and would not be loaded.
        for (Method method : layout.getClass().getMethods()) {
            if (method.getName().equals("format")
                    && method.getParameterTypes().length == 1
                    && method.getParameterTypes()[0].getName().equals("org.apache.log4j.spi.LoggingEvent")) {
                formatting = method.getDeclaringClass().getName();
            }
        }
        ApplicationLog.belongs(layout, "appender " + appender.getName() + " of Log4j 1");
        if (formatting.equals("org.apache.log4j.PatternLayout")) {
            ApplicationLog.decide(layout, ((PatternLayout) layout).getConversionPattern(), null);
        } else if (formatting.equals("org.apache.log4j.EnhancedPatternLayout")) {
            ApplicationLog.decide(layout, ((EnhancedPatternLayout) layout).getConversionPattern(), null);
        } else if (formatting.equals("org.apache.log4j.SimpleLayout")
                || formatting.equals("org.apache.log4j.TTCCLayout")) {
            ApplicationLog.decide(layout, "", null);
        } else {
            ApplicationLog.keep(layout, "its layout " + name + " has a form of its own");
        }
    }
}
