package io.joblens.scenarios;

import io.joblens.api.Attempt;
import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import io.joblens.api.Scan;

/** Threads that do nothing but jobs: of each hundred, ten fail and one is skipped. */
public final class Load {
    private Load() {}

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[0]);
        int jobs = Integer.parseInt(args[1]);
        Thread[] started = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            started[i] = new Thread(() -> work(jobs), "load-" + i);
            started[i].start();
        }
        for (Thread thread : started) {
            thread.join();
        }
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    private static void work(int jobs) {
        for (int i = 0; i < jobs; i++) {
            job(i, i % 4 + 1);
        }
    }

    @JobStart("load")
    @JobComplete(value = "load", failedWhen = "return in [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]", skippedWhen = "return == 99")
    private static int job(@JobId int id, @Attempt int attempt) {
        scan(id);
        step();
        return id % 100;
    }

    @Scan(value = "load", infectedWhen = "return")
    private static boolean scan(int id) {
        return id % 2 == 0;
    }

    @Operation("load")
    private static void step() {}
}
