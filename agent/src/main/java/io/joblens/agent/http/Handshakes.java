package io.joblens.agent.http;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that computes what handshakes need, a millisecond each for RSA, so that a crowd of them delays neither scrapes that
 * go on nor the check of passwords. Bounded by the connections, each of which has one. Thread-safe.
 */
final class Handshakes {
    private static final long IDLE_SECONDS = 60;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>(), new Threads("joblens-http-tls"));

    Handshakes() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** Runs a task, and tells that it is over, whatever became of it: the engine knows. */
    void compute(final Runnable task, final Runnable over) {
        thread.execute(new Runnable() {
            @Override
            public void run() {
                try {
                    task.run();
                } finally {
                    over.run();
                }
            }
        });
    }

    void close() {
        thread.shutdownNow();
    }
}
