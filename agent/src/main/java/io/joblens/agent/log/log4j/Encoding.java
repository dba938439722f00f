package io.joblens.agent.log.log4j;

import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.log.ApplicationLog;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ThrowableProxy;
import org.apache.logging.log4j.core.layout.ByteBufferDestination;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.util.IndexedReadOnlyStringMap;
import org.apache.logging.log4j.util.ReadOnlyStringMap;

/** Inlined around the encoding of an event into a buffer, in place of which a line of JSON may stand. */
final class Encoding {
    private Encoding() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static byte[] enter(@Advice.This PatternLayout layout, @Advice.Argument(0) LogEvent event) {
        if (ApplicationLog.decision(layout) != ApplicationLog.JSON) {
            return null;
        }
        ApplicationLine line = ApplicationLog.line();
        if (line == null) {
            return null;
        }
        Message message = event.getMessage();
        line.head(
                event.getTimeMillis(),
                event.getLevel().name(),
                event.getLoggerName(),
                event.getThreadName(),
                message.getFormattedMessage());
        ReadOnlyStringMap data = event.getContextData();
        if (data instanceof IndexedReadOnlyStringMap) {
            IndexedReadOnlyStringMap indexed = (IndexedReadOnlyStringMap) data;
            for (int i = 0; i < indexed.size(); i++) {
                line.field(indexed.getKeyAt(i), indexed.getValueAt(i));
            }
        } else if (data != null) {
            line.context(data.toMap());
        }
        if (event.getContextStack() != null && event.getContextStack().getDepth() > 0) {
            line.field("ndc", event.getContextStack().asList().toString());
        }
        if (message instanceof MapMessage) {
            line.context(((MapMessage<?, ?>) message).getData());
        } else if (message instanceof ObjectMessage || message.getFormat() == null) {
            // A message that is used again has no format when it was logged as an object.
            Object[] objects = message.getParameters();
            if (objects != null && objects.length == 1 && objects[0] instanceof Map) {
                line.context((Map<?, ?>) objects[0]);
            }
        }
        if (event.getThrown() != null) {
            line.error(event.getThrown());
        } else if (event.getThrownProxy() != null) {
            ThrowableProxy thrown = event.getThrownProxy();
            line.error(thrown.getName(), thrown.getMessage(), thrown.getExtendedStackTraceAsString());
        }
        return line.bytes(layout.getCharset());
    }

    /** What the destination throws is the application's to see, as ever. */
    @Advice.OnMethodExit
    static void exit(@Advice.Enter byte[] made, @Advice.Argument(1) ByteBufferDestination destination) {
        if (made != null) {
            destination.writeBytes(made, 0, made.length);
        }
    }
}
