package io.joblens.scenarios;

import io.joblens.api.Attempt;
import io.joblens.api.JobComplete;
import io.joblens.api.JobCreated;
import io.joblens.api.JobError;
import io.joblens.api.JobFailed;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobSkipped;
import io.joblens.api.JobStart;
import io.joblens.api.UserId;
import java.io.IOException;

/** Where runs start and end. */
final class Runs {
    private Runs() {}

    static void run() throws Exception {
        whole("w1", "ann");
        untyped();
        startHere();
        completeHere();
        startWithId("i1");
        completeWithId("i1");
        startWithId("i2");
        Threads.elsewhere(() -> completeWithId("i2"));
        startWithId("i3");
        startWithId("i4");
        completeWithId("i3");
        completeWithId("i4");
        outer("o1");
        recursion(3);
        startOfAnyType("a1");
        completeAnyType("a1");
        completeNothing("nobody");
        toldOutcomes();
        created();
        attempts();
        startFails();
        bothEndIt("b1");
    }

    @JobStart("whole")
    @JobComplete("whole")
    private static void whole(@JobId String id, @UserId String user) {
        System.out.println("whole " + id + " " + user);
    }

    @JobStart
    @JobComplete
    private static void untyped() {
        System.out.println("untyped");
    }

    @JobStart("by-thread")
    private static void startHere() {
        System.out.println("start by thread");
    }

    @JobComplete("by-thread")
    private static void completeHere() {
        System.out.println("complete by thread");
    }

    @JobStart("by-id")
    private static void startWithId(@JobId String id) {
        System.out.println("start " + id);
    }

    @JobComplete("by-id")
    private static void completeWithId(@JobId String id) {
        System.out.println("complete " + id);
    }

    @JobStart("outer")
    @JobComplete("outer")
    private static void outer(@JobId String id) {
        inner(id + ".1");
        inner(id + ".2");
    }

    @JobStart("inner")
    @JobComplete("inner")
    private static void inner(@JobId String id) {
        System.out.println("inner " + id);
    }

    @JobStart("recursion")
    @JobComplete("recursion")
    private static void recursion(@JobId int depth) {
        if (depth > 1) {
            recursion(depth - 1);
        }
    }

    @JobStart("any-type")
    private static void startOfAnyType(@JobId String id) {
        System.out.println("start " + id);
    }

    @JobComplete
    private static void completeAnyType(@JobId String id) {
        System.out.println("complete " + id);
    }

    @JobComplete("unmatched")
    private static void completeNothing(@JobId String id) {
        System.out.println("complete " + id);
    }

    private static void toldOutcomes() throws Exception {
        startTold("t1");
        failed("t1", new IOException("disk full"));
        startTold("t2");
        Threads.elsewhere(() -> failedBecause("t2", "no such page", 7));
        startTold("t3");
        skipped("t3", "not needed");
        startTold("t4");
        skippedWithoutReason("t4");
    }

    @JobStart("told")
    private static void startTold(@JobId String id) {
        System.out.println("start " + id);
    }

    @JobFailed("told")
    private static void failed(@JobId String id, Exception error) {
        System.out.println("failed " + id + " " + error.getMessage());
    }

    @JobFailed("told")
    private static void failedBecause(@JobId String id, @JobError String reason, @JobField("page") int page) {
        System.out.println("failed " + id + " " + reason + " " + page);
    }

    @JobSkipped("told")
    private static void skipped(@JobId String id, @JobError String reason) {
        System.out.println("skipped " + id + " " + reason);
    }

    @JobSkipped("told")
    private static void skippedWithoutReason(@JobId String id) {
        System.out.println("skipped " + id);
    }

    private static void created() throws Exception {
        create("c1", "bob", 5);
        Threads.elsewhere(() -> work("c1"));
        create("c2", null, 6);
        Threads.quietly(() -> createButThrow("c3"));
        work("c3");
    }

    @JobCreated("queued")
    private static void create(@JobId String id, @UserId String user, @JobField("file_count") int files) {
        System.out.println("create " + id + " " + user + " " + files);
    }

    @JobCreated("queued")
    private static void createButThrow(@JobId String id) {
        throw new IllegalStateException("the queue is full: " + id);
    }

    @JobStart("queued")
    @JobComplete("queued")
    private static void work(@JobId String id) {
        System.out.println("work " + id);
    }

    private static void attempts() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            int number = attempt;
            Threads.quietly(() -> attempt("r1", number));
        }
        attemptInWords("r2", "2");
    }

    @JobStart("retried")
    @JobComplete("retried")
    private static void attempt(@JobId String id, @Attempt int attempt) throws IOException {
        if (attempt < 3) {
            throw new IOException(id + " " + attempt);
        }
    }

    @JobStart("retried")
    @JobComplete("retried")
    private static void attemptInWords(@JobId String id, @Attempt String attempt) {
        System.out.println("attempt " + id + " " + attempt);
    }

    private static void startFails() {
        Threads.quietly(() -> startAndThrow("s1"));
    }

    @JobStart("start-throws")
    private static void startAndThrow(@JobId String id) {
        throw new IllegalStateException("cannot start " + id);
    }

    /** The first end counts. */
    private static void bothEndIt(String id) {
        startTwice(id);
        completeTwice(id);
        completeTwice(id);
    }

    @JobStart("ended-twice")
    private static void startTwice(@JobId String id) {
        System.out.println("start " + id);
    }

    @JobComplete("ended-twice")
    private static void completeTwice(@JobId String id) {
        System.out.println("complete " + id);
    }
}
