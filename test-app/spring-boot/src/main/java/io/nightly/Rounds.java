package io.nightly;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.stereotype.Component;

/** Counts the calls of every job, and has the scheduled ones not called again after their last. Thread-safe. */
@Component
class Rounds {
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Map<Work, CountDownLatch> left = new EnumMap<>(Work.class);
    private final ScheduledTaskHolder tasks;

    Rounds(ScheduledTaskHolder tasks) {
        this.tasks = tasks;
        for (Work work : Work.values()) {
            left.put(work, new CountDownLatch(work.rounds));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ready.countDown();
    }

    /** One call of a job. Waits until the application has started, because only then every task can be cancelled. */
    void done(Work work) {
        await(ready);
        CountDownLatch calls = left.get(work);
        if (calls.getCount() == 0) {
            throw new IllegalStateException(work + " was called too often");
        }
        if (calls.getCount() == 1) {
            tasks.getScheduledTasks().stream()
                    .filter(task -> task.toString().endsWith("." + work.name))
                    .forEach(ScheduledTask::cancel);
            // Spring interrupts the thread that runs the task, which is this one.
            Thread.interrupted();
        }
        calls.countDown();
    }

    void awaitAll() {
        left.values().forEach(Rounds::await);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
