package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import io.joblens.api.Scan;
import java.io.IOException;

/** Scans and operations, inside jobs and outside. */
final class Steps {
    private Steps() {}

    static void run() {
        scan("alone.txt", Verdict.CLEAN);
        job("p1", Verdict.CLEAN);
        job("p2", Verdict.INFECTED);
        job("p3", Verdict.UNKNOWN);
        Threads.quietly(() -> scanFails("p4"));
        Threads.quietly(() -> scanFailsWrapped("p5"));
        scanFailsButCaught("p6");
        Threads.quietly(() -> otherFailureAfterScan("p7"));
        nameless();
        System.out.println(byThrow("virus"));
        named(1);
        unnamed();
        Threads.quietly(Steps::failing);
        refusing();
        inJob("q1");
    }

    enum Verdict {
        CLEAN,
        INFECTED,
        UNKNOWN
    }

    @JobStart("scanned")
    @JobComplete(value = "scanned", skippedWhen = "return == INFECTED")
    private static Verdict job(@JobId String id, Verdict verdict) {
        return scan(id + ".txt", verdict);
    }

    @Scan(value = "file", infectedWhen = "return == INFECTED", failedWhen = "return == UNKNOWN")
    private static Verdict scan(@JobField("object_key") String key, Verdict verdict) {
        return verdict;
    }

    @Scan(value = "broken", infectedWhen = "return == INFECTED")
    private static Verdict brokenScan() throws IOException {
        throw new IOException("no scanner");
    }

    @JobStart("scan-failed")
    @JobComplete("scan-failed")
    private static void scanFails(@JobId String id) throws IOException {
        brokenScan();
    }

    @JobStart("scan-failed")
    @JobComplete("scan-failed")
    private static void scanFailsWrapped(@JobId String id) {
        try {
            brokenScan();
        } catch (IOException e) {
            throw new IllegalStateException("wrapped", new RuntimeException("twice", e));
        }
    }

    @JobStart("scan-failed")
    @JobComplete("scan-failed")
    private static void scanFailsButCaught(@JobId String id) {
        try {
            brokenScan();
        } catch (IOException e) {
            System.out.println("caught " + e.getMessage());
        }
    }

    @JobStart("scan-failed")
    @JobComplete("scan-failed")
    private static void otherFailureAfterScan(@JobId String id) {
        scanFailsButCaught(id + ".1");
        throw new IllegalStateException("another reason");
    }

    @Scan(infectedWhen = "return")
    private static boolean nameless() {
        return true;
    }

    private static String byThrow(String content) {
        try {
            throwingScan(content);
            return "clean";
        } catch (IllegalArgumentException e) {
            return "infected";
        }
    }

    @Scan(value = "throwing", infectedWhen = "thrown is IllegalArgumentException")
    private static void throwingScan(String content) {
        throw new IllegalArgumentException(content);
    }

    @Operation("named")
    private static void named(@JobField("page") int page) {
        System.out.println("named " + page);
    }

    @Operation
    private static void unnamed() {
        System.out.println("unnamed");
    }

    @Operation("failing")
    private static void failing() throws IOException {
        throw new IOException("no paper");
    }

    @Operation(value = "refusing", failedWhen = "return == null")
    private static String refusing() {
        return null;
    }

    @JobStart("with-steps")
    @JobComplete("with-steps")
    private static void inJob(@JobId String id) {
        named(2);
        Threads.quietly(Steps::failing);
    }
}
