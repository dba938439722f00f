package io.joblens.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import co.elastic.logging.logback.EcsEncoder;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import net.logstash.logback.encoder.LogstashEncoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A log call of the application with four fields of context, written to nowhere: by a pattern, by encoders that write JSON, and by
 * the pattern that the agent turns into JSON.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class JsonLineBenchmark {
    private static final String JSON = JobBenchmark.AGENT + ",log.application=json";

    @State(Scope.Thread)
    public static class Context {
        private final LoggerContext context = new LoggerContext();

        @Setup
        public void fill() {
            context.setMDCAdapter(new LogbackMDCAdapter());
            context.getMDCAdapter().put("job_id", "user-1_chapter-010");
            context.getMDCAdapter().put("job_type", "chapter");
            context.getMDCAdapter().put("user_id", "user-1");
            context.getMDCAdapter().put("attempts", "1");
        }

        Logger logger(Encoder<ILoggingEvent> encoder) {
            encoder.setContext(context);
            encoder.start();
            OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
            appender.setName("NOWHERE");
            appender.setContext(context);
            appender.setEncoder(encoder);
            appender.setOutputStream(OutputStream.nullOutputStream());
            appender.start();
            Logger logger = context.getLogger("bench");
            logger.setLevel(Level.INFO);
            logger.addAppender(appender);
            return logger;
        }
    }

    /** The encoding of an event is skipped: what a log call costs before. */
    @State(Scope.Thread)
    public static class None {
        private Logger logger;

        @Setup
        public void set(Context context) {
            logger = context.logger(new EncoderBase<ILoggingEvent>() {
                @Override
                public byte[] headerBytes() {
                    return null;
                }

                @Override
                public byte[] encode(ILoggingEvent event) {
                    return null;
                }

                @Override
                public byte[] footerBytes() {
                    return null;
                }
            });
        }
    }

    @State(Scope.Thread)
    public static class Pattern {
        private Logger logger;

        @Setup
        public void set(Context context) {
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setPattern("%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0} %X - %msg%n");
            logger = context.logger(encoder);
        }
    }

    @State(Scope.Thread)
    public static class Logstash {
        private Logger logger;

        @Setup
        public void set(Context context) {
            logger = context.logger(new LogstashEncoder());
        }
    }

    @State(Scope.Thread)
    public static class Ecs {
        private Logger logger;

        @Setup
        public void set(Context context) {
            logger = context.logger(new EcsEncoder());
        }
    }

    @Benchmark
    @Fork(1)
    public void unwritten(None none) {
        none.logger.info("Read 6 files, 0.07 MB");
    }

    @Benchmark
    @Fork(1)
    public void pattern(Pattern pattern) {
        pattern.logger.info("Read 6 files, 0.07 MB");
    }

    @Benchmark
    @Fork(1)
    public void logstash(Logstash logstash) {
        logstash.logger.info("Read 6 files, 0.07 MB");
    }

    @Benchmark
    @Fork(1)
    public void ecs(Ecs ecs) {
        ecs.logger.info("Read 6 files, 0.07 MB");
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = JSON)
    public void joblens(Pattern pattern) {
        pattern.logger.info("Read 6 files, 0.07 MB");
    }
}
