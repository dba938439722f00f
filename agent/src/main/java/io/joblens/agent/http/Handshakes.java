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

    void compute(Runnable task) {
        thread.execute(task);
    }

    void close() {
        thread.shutdownNow();
    }
}
