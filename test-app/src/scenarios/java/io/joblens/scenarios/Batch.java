package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** An application that ends as soon as its work is done. */
public final class Batch {
    private Batch() {}

    /**
     * Argument: {@code return}, {@code exit}; {@code wait} for a signal; {@code hook} and {@code exit-hook} do a second job in a
     * shutdown hook; {@code nothing} has no job.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        switch (args[0]) {
            case "nothing":
                Stdin.awaitEnd();
                return;
            case "hook":
                Hook.add();
                Work.work("job-1");
                return;
            case "exit-hook":
                Hook.add();
                Work.work("job-1");
                // A thread that would keep the JVM alive.
                new Thread(Batch::waitForEver).start();
                System.exit(0);
                return;
            case "wait":
                Work.work("job-1");
                System.out.println("ready");
                waitForEver();
                return;
            case "linger":
                Work.work("job-1");
                System.out.println("ready");
                Stdin.awaitEnd();
                return;
            case "exit":
                Work.work("job-1");
                System.exit(3);
                return;
            default:
                Work.work("job-1");
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Hook {
        static void add() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Work.slowly("job-2")));
        }
    }

    private static final class Work {
        @JobStart("batch")
        @JobComplete("batch")
        static void work(@JobId String id) {
            System.out.println("working on " + id);
        }

        @JobStart("batch")
        @JobComplete("batch")
        static void slowly(@JobId String id) {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            System.out.println("working on " + id);
        }
    }
}
