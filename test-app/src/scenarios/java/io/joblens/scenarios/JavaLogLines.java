package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.MemoryHandler;

/** Logs through java.util.logging; a second handler keeps the records, and writes them when no job is there any more. */
public final class JavaLogLines {
    private static final Logger LOG = Logger.getLogger("worker.lines");

    private JavaLogLines() {}

    public static void main(String[] args) throws Exception {
        MemoryHandler later = new MemoryHandler(new Later(), 100, Level.OFF);
        LOG.addHandler(later);
        LOG.info("outside");
        job("job-1");
        Thread other = new Thread(() -> job("job-2"), "other");
        other.start();
        other.join();
        LOG.info("the end");
        later.push();
        System.out.println("written");
        Stdin.awaitEnd();
    }

    @JobStart("lines")
    @JobComplete("lines")
    private static void job(@JobId String id) {
        LOG.log(Level.INFO, "in {0}", id);
        LOG.log(Level.WARNING, "control \u0000 \u001b[31m \"quotes\" \\ \r\n\t \ud83d\ude00 \ud800");
        LOG.log(Level.SEVERE, "failed", new IllegalStateException("the error", new RuntimeException("the cause")));
        LOG.log(Level.INFO, (String) null);
    }

    /** A handler of the application with a formatter of its own. */
    private static final class Later extends Handler {
        Later() {
            setFormatter(new Brief());
        }

        @Override
        public void publish(LogRecord record) {
            Formatter formatter = getFormatter();
            System.out.print(formatter.format(record).replace("{\"timestamp\"", "{\"later\":true,\"timestamp\""));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class Brief extends Formatter {
        @Override
        public String format(LogRecord record) {
            return record.getLevel() + " " + formatMessage(record) + "\n";
        }
    }
}
