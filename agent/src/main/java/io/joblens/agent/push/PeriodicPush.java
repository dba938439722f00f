package io.joblens.agent.push;

import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.report.Reports;
import java.util.function.Supplier;

/** Pushes now and then while the JVM runs. Says when that begins to fail, and when it is well again. */
public final class PeriodicPush extends Thread {
    private final Delivery push;
    private final Supplier<Registry> registry;
    private final long intervalNanos;
    private final long timeoutNanos;
    private boolean fails;

    /**
     * @param registry may give {@code null}, while nothing is measured
     * @param timeoutNanos what one push may take
     */
    public PeriodicPush(Delivery push, Supplier<Registry> registry, long intervalNanos, long timeoutNanos) {
        super("joblens-push");
        this.push = push;
        this.registry = registry;
        this.intervalNanos = intervalNanos;
        this.timeoutNanos = timeoutNanos;
        setDaemon(true);
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        for (; ; ) {
            Pause.ofNanos(intervalNanos);
            try {
                Registry measured = registry.get();
                if (measured != null) {
                    push(measured);
                }
            } catch (Throwable thrown) {
                Reports.caught(thrown);
            }
        }
    }

    private void push(Registry measured) {
        try {
            push.deliver(measured, Deadline.in(timeoutNanos));
            if (fails) {
                Reports.say(push + " works again");
            }
            fails = false;
        } catch (Undelivered undelivered) {
            if (!fails) {
                Reports.say(undelivered.getMessage() + "; it goes on trying");
            }
            fails = true;
        }
    }
}
