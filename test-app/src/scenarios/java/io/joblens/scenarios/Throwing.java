package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.IOException;

/** Methods that throw; the caller gets the very object with the very stack trace. */
final class Throwing {
    private static final IllegalArgumentException SHARED = new IllegalArgumentException("shared");

    private Throwing() {}

    static void run() {
        Threads.quietly(() -> checked("x1"));
        Threads.quietly(() -> unchecked("x2"));
        Threads.quietly(() -> error("x3"));
        try {
            shared("x4");
        } catch (IllegalArgumentException e) {
            System.out.println("the same: " + (e == SHARED) + " " + e.getSuppressed().length);
        }
        Threads.quietly(() -> throughTwo("x5"));
        System.out.println(overflowing("x6"));
    }

    @JobStart("throws")
    @JobComplete("throws")
    private static void checked(@JobId String id) throws IOException {
        throw new IOException("checked");
    }

    @JobStart("throws")
    @JobComplete("throws")
    private static int unchecked(@JobId String id) {
        return Integer.parseInt(id);
    }

    @JobStart("throws")
    @JobComplete("throws")
    private static void error(@JobId String id) {
        throw new AssertionError("error");
    }

    @JobStart("throws")
    @JobComplete("throws")
    private static void shared(@JobId String id) {
        throw SHARED;
    }

    @JobStart("throws-through")
    @JobComplete("throws-through")
    private static void throughTwo(@JobId String id) throws IOException {
        checked(id + ".1");
    }

    @JobStart("overflows")
    @JobComplete("overflows")
    private static String overflowing(@JobId String id) {
        try {
            return "deep " + deeper(0);
        } catch (StackOverflowError e) {
            return "overflow " + id;
        }
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }
}
