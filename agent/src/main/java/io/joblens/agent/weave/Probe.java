package io.joblens.agent.weave;

import io.joblens.agent.rule.expression.Root;
import io.joblens.bootstrap.probe.Tally;
import java.util.List;

/** A rule that has met its method: the number by which the runtime knows it, and what the advice must hand over. Immutable. */
final class Probe {
    /** Which advice carries the probe. */
    enum Advice {
        JOB("JobEntry", "JobExit"),
        SCAN("ScanEntry", "TimedExit"),
        OPERATION("TimedEntry", "TimedExit");

        final String entry;
        final String exit;

        Advice(String entry, String exit) {
            this.entry = entry;
            this.exit = exit;
        }
    }

    final Advice advice;
    final int number;
    final List<Root> slots;
    final boolean slotsAtExit;
    final boolean result;
    /** Whether another object may be returned in place of the result. */
    final boolean replaces;

    final Tally tally;

    /**
     * @param slots the roots with a slot, in order
     * @param slotsAtExit whether the exit needs them too
     * @param result whether the exit needs what the method returned
     * @param replaces whether it may return another object
     * @param tally what becomes of it
     */
    Probe(
            Advice advice,
            int number,
            List<Root> slots,
            boolean slotsAtExit,
            boolean result,
            boolean replaces,
            Tally tally) {
        this.advice = advice;
        this.number = number;
        this.slots = slots;
        this.slotsAtExit = slotsAtExit;
        this.result = result;
        this.replaces = replaces;
        this.tally = tally;
    }
}
