package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.report.Reports;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What became of one probe: how often it was called, and the errors of its own. Thread-safe. */
public final class Tally {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.getAndIncrement();
    private final AtomicLong errors = new AtomicLong();

    /** How many calls of its method were seen, jobs that go on included. */
    public long calls() {
        return JobContext.counted(number);
    }

    /** How many errors were kept from the application on its behalf; they are among those of {@link Reports#errors()}. */
    public long errors() {
        return errors.get();
    }

    /** A call was seen by the thread that has this context. */
    void called(JobContext context) {
        context.count(number);
    }

    /** Whether a condition holds; one that throws does not. */
    boolean holds(Condition condition, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        try {
            return condition.holds(returned, thrown, a, b, c, many);
        } catch (Throwable broken) {
            caught(broken);
            return false;
        }
    }

    void caught(Throwable thrown) {
        try {
            errors.incrementAndGet();
        } catch (Throwable fullStack) {
            // It is counted with all others, or not even there.
        }
        Reports.caught(thrown);
    }
}
