package io.joblens.bootstrap.metrics;

import java.util.List;

/**
 * Reads the gauges on a thread of its own. Gauges are the application's code: one of them may wait for a lock or a
 * database, and then a scrape gets the values of the last time instead of waiting with it.
 */
final class GaugeReader implements Runnable {
    private final List<Gauge> gauges;
    private final Gauge.Failures failures;
    private final long patienceMillis;
    private long asked;
    private long answered;
    private boolean started;

    GaugeReader(List<Gauge> gauges, Gauge.Failures failures, long patienceMillis) {
        this.gauges = gauges;
        this.failures = failures;
        this.patienceMillis = patienceMillis;
    }

    /** Has all gauges read; returns when they are, or when patience ends. */
    synchronized void refresh() {
        if (gauges.isEmpty()) {
            return;
        }
        if (!started) {
            Thread thread = new Thread(this, "joblens-gauges");
            thread.setDaemon(true);
            thread.start();
            started = true;
        }
        long mine = ++asked;
        notifyAll();
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        try {
            for (long left = patienceMillis; answered < mine && left > 0; ) {
                wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        for (; ; ) {
            long answering;
            try {
                answering = next();
            } catch (InterruptedException e) {
                continue;
            }
            try {
                for (Gauge gauge : gauges) {
                    gauge.refresh(failures);
                }
            } catch (Throwable outOfMemory) {
                // This thread is the only one there will be; the values of the last time stand.
            }
            answered(answering);
        }
    }

    private synchronized long next() throws InterruptedException {
        while (asked == answered) {
            wait();
        }
        return asked;
    }

    private synchronized void answered(long upTo) {
        answered = upTo;
        notifyAll();
    }
}
