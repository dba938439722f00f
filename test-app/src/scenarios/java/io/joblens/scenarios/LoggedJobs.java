package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs that end in every way, each followed by a log line outside any job, on a thread that is used again. */
public final class LoggedJobs {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedJobs.class);

    private LoggedJobs() {}

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        LOG.info("outside");
        whole("a1");
        LOG.info("outside");
        outer("b1");
        LOG.info("outside");
        try {
            failing("c1");
        } catch (IllegalStateException e) {
            LOG.info("outside");
        }
        start("d1");
        LOG.info("inside");
        complete("d1");
        LOG.info("outside");
        start("e1");
        inPool(pool, () -> complete("e1"));
        LOG.info("outside");
        inPool(pool, () -> start("f1"));
        complete("f1");
        inPool(pool, () -> LOG.info("outside"));
        CompletableFuture<String> stage = new CompletableFuture<>();
        stage("g1", stage);
        LOG.info("outside");
        inPool(pool, () -> stage.complete("done"));
        inPool(pool, () -> LOG.info("outside"));
        pool.shutdown();
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    private static void inPool(ExecutorService pool, Runnable work) throws Exception {
        Future<?> done = pool.submit(work);
        done.get();
    }

    @JobStart("logged")
    @JobComplete("logged")
    private static void whole(@JobId String id) {
        LOG.info("inside");
    }

    @JobStart("logged")
    @JobComplete("logged")
    private static void outer(@JobId String id) {
        LOG.info("inside");
        whole(id + ".1");
        LOG.info("inside");
    }

    @JobStart("logged")
    @JobComplete("logged")
    private static void failing(@JobId String id) {
        LOG.info("inside");
        throw new IllegalStateException(id);
    }

    @JobStart("logged-apart")
    private static void start(@JobId String id) {
        LOG.info("inside");
    }

    @JobComplete("logged-apart")
    private static void complete(@JobId String id) {
        LOG.info("inside");
    }

    @JobStart("logged")
    @JobComplete("logged")
    private static CompletableFuture<String> stage(@JobId String id, CompletableFuture<String> stage) {
        LOG.info("inside");
        return stage;
    }
}
