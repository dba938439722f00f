package io.joblens.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A log call of the application outside of any job, whose event goes to an appender that drops it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class LogCallBenchmark {
    private final Logger logger;

    public LogCallBenchmark() {
        LoggerContext context = new LoggerContext();
        Appender appender = new Appender();
        appender.setContext(context);
        appender.start();
        logger = context.getLogger("bench");
        logger.setLevel(Level.INFO);
        logger.addAppender(appender);
    }

    @Benchmark
    @Fork(1)
    public void unmeasured() {
        logger.info("Nothing happened");
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = JobBenchmark.AGENT)
    public void joblens() {
        logger.info("Nothing happened");
    }

    private static final class Appender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            // The event was made: that is what is measured.
        }
    }
}
