package io.mangamotion;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that take chapters from the queue, try each up to three times, and give up on it after that. */
final class Workers {
    static final int MAX_ATTEMPTS = 3;
    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final long POLL_MILLIS = 100;
    private static final long STOP_SECONDS = 5;

    private final ChapterQueue queue;
    private final Converter converter;
    private final DeadLetters deadLetters;
    private final long retryDelayMillis;
    /** Chapters that were submitted and are neither done nor given up. */
    private final AtomicInteger unsettled = new AtomicInteger();
    // A retry comes back through a thread of its own: a worker that waits for room in a full queue cannot make any.
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(named("retry"));
    private final ExecutorService threads;
    private volatile boolean stopping;

    Workers(ChapterQueue queue, Converter converter, DeadLetters deadLetters, long retryDelayMillis, int count) {
        this.queue = queue;
        this.converter = converter;
        this.deadLetters = deadLetters;
        this.retryDelayMillis = retryDelayMillis;
        threads = Executors.newFixedThreadPool(count, named("worker"));
        for (int i = 0; i < count; i++) threads.execute(this::work);
    }

    void submit(Chapter chapter) throws InterruptedException {
        unsettled.incrementAndGet();
        queue.submit(chapter, chapter.totalSizeMb());
    }

    boolean idle() {
        return unsettled.get() == 0;
    }

    /** Lets the attempts that run come to their end, starts no other, and returns soon in any case. */
    void stop() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(STOP_SECONDS, SECONDS)) {
            log.warn("Left an attempt unfinished; its chapter starts anew next time");
        }
        retries.shutdownNow();
    }

    private void work() {
        try {
            while (!stopping) {
                Chapter chapter = queue.poll(POLL_MILLIS, MILLISECONDS);
                if (chapter != null) attempt(chapter);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Chapter chapter) {
        try {
            converter.convert(chapter, chapter.totalSizeMb());
            unsettled.decrementAndGet();
        } catch (Exception | OutOfMemoryError e) {
            // One page may be too large for the heap; the chapters after it are not.
            log.warn("Attempt {} of {} at {} failed: {}", chapter.attempt(), MAX_ATTEMPTS, chapter, e.getMessage());
            if (chapter.attempt() < MAX_ATTEMPTS) retry(chapter.nextAttempt());
            else giveUp(chapter);
        }
    }

    private void retry(Chapter chapter) {
        if (stopping) return;
        retries.schedule(
                () -> {
                    queue.resubmit(chapter);
                    return null;
                },
                retryDelayMillis,
                MILLISECONDS);
    }

    private void giveUp(Chapter chapter) {
        try {
            deadLetters.add(chapter);
            log.error("Gave up on {} after {} attempts", chapter, chapter.attempt());
        } catch (IOException e) {
            log.error("Cannot move {} to the dead letters", chapter, e);
        } finally {
            unsettled.decrementAndGet();
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> new Thread(task, name + "-" + count.incrementAndGet());
    }
}
