package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in which ways an application sees its tasks again, all of it from inside of a job. Every line but those of the log is the
 * same with and without the agent.
 */
public final class TaskIdentity {
    private static final Logger LOG = LoggerFactory.getLogger(TaskIdentity.class);

    private TaskIdentity() {}

    public static void main(String[] args) throws Exception {
        job("job-1");
        shared();
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    @JobStart("identity")
    @JobComplete("identity")
    private static void job(@JobId String id) throws Exception {
        removal();
        priorities();
        hooks();
        rejections();
        results();
        periodic();
        stages();
        forkJoin();
    }

    /** A pool whose only thread waits for the latch. */
    private static ThreadPoolExecutor busy(CountDownLatch latch) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        pool.execute(() -> awaitQuietly(latch));
        return pool;
    }

    private static void removal() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        ThreadPoolExecutor pool = busy(latch);
        Runnable one = () -> System.out.println("one must not run");
        Runnable two = () -> System.out.println("two must not run");
        pool.execute(one);
        Future<?> submitted = pool.submit(two);
        pool.execute(two);
        System.out.println("queue holds " + pool.getQueue().contains(one) + " "
                + pool.getQueue().contains(submitted) + " " + (pool.getQueue().peek() == one));
        System.out.println("removes " + pool.remove(one) + " " + pool.remove(one));
        System.out.println("queue removes " + pool.getQueue().remove(submitted));
        List<Runnable> never = pool.shutdownNow();
        System.out.println("never ran " + never.size() + " " + (never.get(0) == two));
        System.out.println("class of a submitted task " + submitted.getClass().getName());
        latch.countDown();
    }

    private static void priorities() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        List<Integer> order = new ArrayList<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
        pool.execute(new Ranked(0, () -> awaitQuietly(latch)));
        for (int rank : new int[] {5, 3, 4, 1, 2}) {
            pool.execute(new Ranked(rank, () -> order.add(rank)));
        }
        latch.countDown();
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        System.out.println("order " + order);
    }

    private static final class Ranked implements Runnable, Comparable<Ranked> {
        private final int rank;
        private final Runnable work;

        Ranked(int rank, Runnable work) {
            this.rank = rank;
            this.work = work;
        }

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Ranked other) {
            return Integer.compare(rank, other.rank);
        }
    }

    private static void hooks() throws Exception {
        Runnable fine = () -> LOG.info("inside");
        Runnable broken = () -> {
            throw new IllegalStateException("broken");
        };
        List<String> seen = new ArrayList<>();
        CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task);
                    thread.setUncaughtExceptionHandler((where, thrown) -> uncaught.complete(thrown));
                    return thread;
                }) {
            @Override
            protected void beforeExecute(Thread thread, Runnable task) {
                LOG.info("inside");
                seen.add("before " + (task == fine) + (task == broken) + (thread == Thread.currentThread()));
            }

            @Override
            protected void afterExecute(Runnable task, Throwable thrown) {
                LOG.info("inside");
                seen.add("after " + (task == fine) + (task == broken) + " " + thrown);
            }
        };
        pool.execute(fine);
        pool.execute(broken);
        pool.execute(fine);
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        System.out.println("hooks " + seen);
        // The thread dies beside the one that takes its place.
        System.out.println("uncaught " + uncaught.get(1, TimeUnit.MINUTES));
    }

    private static void rejections() throws Exception {
        ThreadPoolExecutor closed = busy(new CountDownLatch(0));
        closed.shutdown();
        Runnable task = () -> LOG.info("inside");
        try {
            closed.execute(task);
        } catch (RejectedExecutionException e) {
            System.out.println("rejected");
        }
        AtomicReference<Runnable> handled = new AtomicReference<>();
        closed.setRejectedExecutionHandler((rejected, pool) -> handled.set(rejected));
        closed.execute(task);
        System.out.println("handler sees the task " + (handled.get() == task));
        CountDownLatch latch = new CountDownLatch(1);
        ThreadPoolExecutor full =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1));
        full.execute(() -> awaitQuietly(latch));
        full.execute(task);
        full.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
        Thread caller = Thread.currentThread();
        full.execute(() -> {
            LOG.info("inside");
            System.out.println("caller runs " + (Thread.currentThread() == caller));
        });
        LOG.info("inside");
        latch.countDown();
        full.shutdown();
        full.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static void results() throws Exception {
        ThreadPoolExecutor pool = busy(new CountDownLatch(0));
        Callable<String> callable = () -> "result";
        System.out.println("result " + pool.submit(callable).get());
        try {
            pool.submit((Callable<String>) () -> {
                        throw new IOException("broken");
                    })
                    .get();
        } catch (ExecutionException e) {
            System.out.println("thrown " + e.getCause() + " " + e.getMessage());
        }
        FutureTask<String> task = new FutureTask<>(callable);
        pool.execute(task);
        System.out.println("own task " + task.get());
        CountDownLatch latch = new CountDownLatch(1);
        pool.execute(() -> awaitQuietly(latch));
        Future<String> cancelled = pool.submit(callable);
        System.out.println("cancelled " + cancelled.cancel(false) + " " + cancelled.isCancelled());
        try {
            cancelled.get();
        } catch (CancellationException e) {
            System.out.println("cancellation");
        }
        latch.countDown();
        List<Future<String>> all = pool.invokeAll(Arrays.asList(callable, callable));
        System.out.println("all " + all.get(0).get() + all.get(1).get() + pool.invokeAny(Arrays.asList(callable)));
        pool.shutdown();
    }

    private static void periodic() throws Exception {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
        CountDownLatch twice = new CountDownLatch(2);
        ScheduledFuture<?> periodic = pool.scheduleAtFixedRate(
                () -> {
                    if (twice.getCount() > 0) {
                        LOG.info("outside");
                    }
                    twice.countDown();
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        twice.await();
        periodic.cancel(false);
        ScheduledFuture<?> later = pool.schedule(() -> LOG.info("inside"), 1, TimeUnit.HOURS);
        // The cancelled periodic task may stand in the queue beside it, or be gone.
        System.out.println("queue holds " + pool.getQueue().contains(later) + " "
                + pool.shutdownNow().contains(later));
    }

    private static void stages() throws Exception {
        CompletableFuture<String> broken = CompletableFuture.supplyAsync(() -> {
            LOG.info("inside");
            throw new IllegalStateException("broken");
        });
        try {
            broken.thenApplyAsync(String::trim).join();
        } catch (CompletionException e) {
            System.out.println("stage " + e.getCause());
        }
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        CompletableFuture<String> dependent = cancelled.thenApply(String::trim);
        System.out.println("cancels " + cancelled.cancel(true) + " " + dependent.isCompletedExceptionally());
        AtomicReference<Runnable> given = new AtomicReference<>();
        CompletableFuture<Void> held = CompletableFuture.runAsync(() -> LOG.info("inside"), given::set);
        System.out.println("given " + given.get().getClass().getName() + " " + held.isDone());
        given.get().run();
        System.out.println("done " + held.isDone() + " " + held.getNumberOfDependents());
    }

    private static void forkJoin() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        ForkJoinTask<String> task = ForkJoinTask.adapt(() -> "result");
        System.out.println("same task " + (pool.submit(task) == task) + " " + task.join());
        ForkJoinTask<?> broken = pool.submit((Runnable) () -> {
            throw new IllegalStateException("broken");
        });
        try {
            broken.join();
        } catch (RuntimeException e) {
            System.out.println("joined " + e.getClass().getName());
        }
        pool.shutdown();
    }

    /** One object that several jobs and others hand to one pool, and that a pool without threads gives back. */
    private static void shared() throws Exception {
        ThreadPoolExecutor pool = busy(new CountDownLatch(0));
        Runnable task = () -> LOG.info("shared");
        sharing("job-2", pool, task);
        sharing("job-3", pool, task);
        pool.submit(() -> {}).get();
        CountDownLatch latch = new CountDownLatch(1);
        pool.execute(() -> awaitQuietly(latch));
        ended("job-4", pool, () -> LOG.info("outside"));
        latch.countDown();
        pool.execute(() -> LOG.info("outside"));
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
    }

    @JobStart("sharing")
    @JobComplete("sharing")
    private static void sharing(@JobId String id, ThreadPoolExecutor pool, Runnable task) throws Exception {
        pool.execute(task);
        pool.execute(task);
        pool.submit(() -> {}).get();
    }

    /** The task runs when the job has long ended. */
    @JobStart("sharing")
    @JobComplete("sharing")
    private static void ended(@JobId String id, ThreadPoolExecutor pool, Runnable task) {
        pool.execute(task);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
