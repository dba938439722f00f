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

    /** An error was caught elsewhere, and counted with all others. */
    public void failed() {
        errors.incrementAndGet();
    }

    void caught(Throwable thrown) {
        // First, because with a full stack this may be all that can be done.
        Reports.caught(thrown);
        if (!(thrown instanceof VirtualMachineError)) {
            failed();
        }
    }
}
