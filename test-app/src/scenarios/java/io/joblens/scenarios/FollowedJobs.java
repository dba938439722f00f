package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ten thousand jobs, many at a time, that hand their work on to executors of all kinds and log ten lines each, wherever that
 * work is done. Each line says the job it is of.
 */
public final class FollowedJobs {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedJobs.class);
    private static final int JOBS = 10_000;
    private static final int LINES = 10;

    private static final ExecutorService FIXED = Executors.newFixedThreadPool(4);
    private static final ExecutorService CACHED = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService SCHEDULED = Executors.newScheduledThreadPool(3);
    private static final ForkJoinPool FORK_JOIN = new ForkJoinPool(4);
    private static final Executor VIRTUAL = virtualThreads();
    private static final Semaphore AT_ONCE = new Semaphore(200);

    private FollowedJobs() {}

    /** Work of a job in several steps, each of which logs one line. */
    private static final class Work extends CompletableFuture<Void> {
        private final String id;
        private final AtomicInteger left = new AtomicInteger(LINES);

        Work(String id) {
            this.id = id;
        }

        void step() {
            LOG.info("of {}", id);
            if (left.decrementAndGet() == 0) {
                complete(null);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        List<CompletableFuture<Void>> jobs = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            AT_ONCE.acquire();
            CompletableFuture<Void> job = start(i);
            job.whenComplete((done, thrown) -> AT_ONCE.release());
            jobs.add(job);
        }
        CompletableFuture.allOf(jobs.toArray(new CompletableFuture<?>[0])).get();
        LOG.info("outside");
        for (ExecutorService executor : new ExecutorService[] {FIXED, CACHED, SCHEDULED, FORK_JOIN}) {
            executor.submit(() -> LOG.info("outside")).get();
            executor.shutdown();
        }
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    private static CompletableFuture<Void> start(int i) {
        String id = "job-" + i;
        switch (i % 7) {
            case 0:
                return inPool(id, FIXED);
            case 1:
                return inPool(id, CACHED);
            case 2:
                return scheduled(id);
            case 3:
                return forked(id);
            case 4:
                return chained(id);
            case 5:
                return inPool(id, VIRTUAL);
            default:
                return parallel(id);
        }
    }

    @JobStart("pool")
    @JobComplete("pool")
    private static CompletableFuture<Void> inPool(@JobId String id, Executor pool) {
        Work work = new Work(id);
        work.step();
        for (int i = 0; i < 4; i++) {
            pool.execute(work::step);
        }
        FIXED.submit((Runnable) work::step);
        pool.execute(() -> {
            work.step();
            CACHED.submit((Callable<Void>) () -> {
                work.step();
                pool.execute(work::step);
                FORK_JOIN.execute(work::step);
                return null;
            });
        });
        return work;
    }

    @JobStart("scheduled")
    @JobComplete("scheduled")
    private static CompletableFuture<Void> scheduled(@JobId String id) {
        Work work = new Work(id);
        for (int i = 0; i < LINES - 2; i++) {
            SCHEDULED.schedule(work::step, i, TimeUnit.MILLISECONDS);
        }
        SCHEDULED.execute(() -> {
            work.step();
            SCHEDULED.submit((Runnable) work::step);
        });
        return work;
    }

    @JobStart("forked")
    @JobComplete("forked")
    private static CompletableFuture<Void> forked(@JobId String id) {
        Work work = new Work(id);
        FORK_JOIN.submit(new Steps(work, LINES - 2));
        FORK_JOIN.submit((Runnable) work::step);
        FORK_JOIN.execute(work::step);
        return work;
    }

    private static final class Steps extends RecursiveAction {
        private final Work work;
        private final int count;

        Steps(Work work, int count) {
            this.work = work;
            this.count = count;
        }

        @Override
        protected void compute() {
            if (count == 1) {
                work.step();
                return;
            }
            invokeAll(new Steps(work, count / 2), new Steps(work, count - count / 2));
        }
    }

    @JobStart("chained")
    @JobComplete("chained")
    private static CompletableFuture<Void> chained(@JobId String id) {
        Work work = new Work(id);
        CompletableFuture<Void> begin = new CompletableFuture<>();
        CompletableFuture<Void> chain = begin.thenRun(work::step)
                .thenRunAsync(work::step)
                .thenRunAsync(work::step, FIXED)
                .thenComposeAsync(nothing -> CompletableFuture.runAsync(work::step, CACHED), FORK_JOIN)
                .thenAccept(nothing -> work.step())
                .thenCombineAsync(CompletableFuture.supplyAsync(() -> step(work)), (a, b) -> step(work))
                .thenRun(work::step)
                .thenRunAsync(work::step, task -> new Thread(task).start());
        chain.whenCompleteAsync((done, thrown) -> work.step(), SCHEDULED);
        // By a thread that works for another job, if for any.
        Completer.INSTANCE.complete(begin);
        return work;
    }

    private static Void step(Work work) {
        work.step();
        return null;
    }

    /** Completes the stages of others while it works on an endless job of its own. */
    private static final class Completer {
        static final Completer INSTANCE = new Completer();

        private final LinkedBlockingQueue<CompletableFuture<Void>> stages =
                new LinkedBlockingQueue<>();

        private Completer() {
            Thread thread = new Thread(() -> work("completer"), "completer");
            thread.setDaemon(true);
            thread.start();
        }

        void complete(CompletableFuture<Void> stage) {
            stages.add(stage);
        }

        @JobStart("completer")
        @JobComplete("completer")
        private void work(@JobId String id) {
            try {
                while (true) {
                    CompletableFuture<Void> stage = stages.poll(1, TimeUnit.SECONDS);
                    if (stage == null) {
                        return;
                    }
                    stage.complete(null);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @JobStart("parallel")
    @JobComplete("parallel")
    private static CompletableFuture<Void> parallel(@JobId String id) {
        Work work = new Work(id);
        IntStream.range(0, LINES - 1).parallel().forEach(i -> work.step());
        new Thread(work::step).start();
        return work;
    }

    /** Of Java 21, or else threads of the common kind. */
    private static Executor virtualThreads() {
        try {
            return (Executor)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException older) {
            return task -> new Thread(task).start();
        }
    }
}
