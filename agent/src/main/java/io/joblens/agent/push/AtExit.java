package io.joblens.agent.push;

import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.report.Reports;
import java.util.List;
import java.util.function.Supplier;

/**
 * The shutdown hook that hands on the last metrics. It holds the JVM up for no longer than its bound: the work is done by a daemon
 * thread, which the JVM ends under when a name service, a handshake or a disk takes its time.
 */
public final class AtExit extends Thread {
    private final List<Delivery> deliveries;
    private final Supplier<Registry> registry;
    private final long boundNanos;

    private AtExit(List<Delivery> deliveries, Supplier<Registry> registry, long boundNanos) {
        super("joblens-exit");
        this.deliveries = deliveries;
        this.registry = registry;
        this.boundNanos = boundNanos;
        setContextClassLoader(null);
    }

    /**
     * Has these made when the JVM ends, in their order.
     *
     * @param registry may give {@code null}, when nothing was ever measured; then nothing is done
     */
    public static void deliver(List<Delivery> deliveries, Supplier<Registry> registry, long boundNanos) {
        try {
            Runtime.getRuntime().addShutdownHook(new AtExit(deliveries, registry, boundNanos));
        } catch (IllegalStateException ending) {
            // Attached to a JVM that is ending: nothing was measured.
        }
    }

    @Override
    public void run() {
        try {
            Work work = new Work();
            Deadline deadline = Deadline.in(boundNanos);
            work.start();
            while (work.isAlive() && !deadline.isOver()) {
                await(work, deadline);
            }
            if (work.isAlive()) {
                Reports.say("the JVM ends without waiting any longer for " + work.current
                        + "; push.timeout says how long it waits");
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    private static void await(Work work, Deadline deadline) {
        try {
            work.join(deadline.leftMillis());
        } catch (InterruptedException byTheApplication) {
            // A hook ends when it is through.
        }
    }

    private final class Work extends Thread {
        /** Leaves time to say why it has failed. */
        private final Deadline deadline = Deadline.in(boundNanos - boundNanos / 10);

        private final Deadline patience = Deadline.in(boundNanos / 2);
        private volatile Object current = "the application's last jobs";

        Work() {
            super("joblens-last-metrics");
            setDaemon(true);
            setContextClassLoader(null);
        }

        @Override
        public void run() {
            try {
                awaitLastJobs();
                Registry measured = registry.get();
                if (measured != null) {
                    deliver(measured);
                }
            } catch (Throwable thrown) {
                Reports.caught(thrown);
            }
        }

        private void awaitLastJobs() {
            try {
                LastJobs.await(registry, AtExit.this, patience);
            } catch (SecurityException denied) {
                // A security manager may hide threads: what has ended by now is what there is.
            }
        }

        private void deliver(Registry measured) {
            for (Delivery delivery : deliveries) {
                current = delivery;
                try {
                    delivery.deliver(measured, deadline);
                } catch (Undelivered undelivered) {
                    Reports.say(undelivered.getMessage());
                } catch (Throwable thrown) {
                    // The next one may be luckier.
                    Reports.caught(thrown);
                }
            }
        }
    }
}
