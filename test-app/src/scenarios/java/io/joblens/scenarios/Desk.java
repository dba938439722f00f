package io.joblens.scenarios;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Jobs of as many types as the first argument says, one of each, of which every tenth fails; with a second argument, one more
 * goes on until stdin ends.
 */
public final class Desk {
    private static final CountDownLatch END = new CountDownLatch(1);

    private Desk() {}

    public static void main(String[] args) throws Exception {
        int types = Integer.parseInt(args[0]);
        for (int i = 0; i < types; i++) {
            try {
                work(new Order("type-" + i, "order-" + i, i % 10 == 0));
            } catch (IOException paper) {
                // The page tells of it.
            }
        }
        Thread clerk = new Thread(() -> waitInAJob(), "clerk");
        if (args.length > 1) {
            clerk.start();
        }
        System.out.println("ready");
        Stdin.awaitEnd();
        END.countDown();
        clerk.join();
    }

    /** A rule makes a job of it. */
    static void work(Order order) throws IOException {
        if (order.fails) {
            throw new IOException("no <b>paper</b>");
        }
    }

    /** A rule makes a job of it. */
    static void waitInAJob() {
        try {
            END.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static final class Order {
        final String type;
        final String id;
        final boolean fails;

        Order(String type, String id, boolean fails) {
            this.type = type;
            this.id = id;
            this.fails = fails;
        }
    }
}
