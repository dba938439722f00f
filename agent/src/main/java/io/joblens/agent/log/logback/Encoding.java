package io.joblens.agent.log.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.log.ApplicationLog;
import java.nio.charset.Charset;
import net.bytebuddy.asm.Advice;

/** Inlined around the encoding of an event by Logback 1.2, in place of which a line of JSON may stand. */
final class Encoding {
    private Encoding() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static byte[] enter(
            @Advice.This LayoutWrappingEncoder<?> encoder,
            @Advice.FieldValue("charset") Charset charset,
            @Advice.Argument(0) Object event) {
        if (ApplicationLog.decision(encoder) != ApplicationLog.JSON) {
            return null;
        }
        ApplicationLine line = ApplicationLog.line();
        if (line == null) {
            return null;
        }
        ILoggingEvent logged = (ILoggingEvent) event;
        line.head(
                logged.getTimeStamp(),
                logged.getLevel().levelStr,
                logged.getLoggerName(),
                logged.getThreadName(),
                logged.getFormattedMessage());
        line.context(logged.getMDCPropertyMap());
        IThrowableProxy thrown = logged.getThrowableProxy();
        if (thrown instanceof ThrowableProxy) {
            line.error(((ThrowableProxy) thrown).getThrowable());
        } else if (thrown != null) {
            line.error(thrown.getClassName(), thrown.getMessage(), ThrowableProxyUtil.asString(thrown));
        }
        return line.bytes(charset);
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Enter byte[] made, @Advice.Return(readOnly = false) byte[] returned) {
        if (made != null) {
            returned = made;
        }
    }
}
