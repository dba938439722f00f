package io.joblens.agent.log.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.log.ApplicationLog;
import java.nio.charset.Charset;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.slf4j.event.KeyValuePair;

/** As {@link Encoding}, for Logback 1.3 and later, whose events have named values. */
final class KeyValueEncoding {
    private KeyValueEncoding() {}

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
        List<KeyValuePair> values = logged.getKeyValuePairs();
        if (values != null) {
            for (int i = 0; i < values.size(); i++) {
                KeyValuePair value = values.get(i);
                if (value != null) {
                    line.field(value.key, value.value);
                }
            }
        }
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
