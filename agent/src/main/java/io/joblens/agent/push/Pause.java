package io.joblens.agent.push;

import java.util.concurrent.TimeUnit;

/** Waiting, of threads that nobody but us knows. */
final class Pause {
    private Pause() {}

    /** It may return early. */
    static void ofNanos(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException byTheApplication) {
            // It interrupts what it finds, and does not mean us.
        }
    }
}
