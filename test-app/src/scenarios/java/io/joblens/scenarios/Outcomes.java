package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;

/** Outcomes that a condition derives; of each pair of runs the first completes. */
final class Outcomes {
    private final int limit = 3;

    private Outcomes() {}

    static void run() {
        isEqual(Status.DONE);
        isEqual(Status.BROKEN);
        isUnequal("ok");
        isUnequal("not ok");
        isFalse(true);
        isFalse(false);
        isLess(0);
        isLess(-1);
        isGreater(1.5);
        isGreater(1.6);
        isAtMost(11L);
        isAtMost(10L);
        isOneOf(1);
        isOneOf(5);
        bothAnd("", 2);
        bothAnd("x", 2);
        eitherOr(0);
        eitherOr(7);
        negated(true);
        negated(false);
        along(new Result(new Detail("fine", 0)));
        along(new Result(new Detail("bad", 2)));
        along(new Result(null));
        byKey(Collections.singletonMap("state", "good"));
        byKey(Collections.singletonMap("state", "poor"));
        byArgument("keep", 1);
        byArgument("drop", 1);
        Outcomes outcomes = new Outcomes();
        outcomes.byThis(2);
        outcomes.byThis(3);
        Threads.quietly(() -> byThrown(new IOException("other")));
        Threads.quietly(() -> byThrown(new FileNotFoundException("missing")));
        skipFirst(null);
        skipFirst("both");
    }

    enum Status {
        DONE,
        BROKEN
    }

    @JobStart("equal")
    @JobComplete(value = "equal", failedWhen = "return == BROKEN")
    private static Status isEqual(Status status) {
        return status;
    }

    @JobStart("unequal")
    @JobComplete(value = "unequal", failedWhen = "return != ok")
    private static String isUnequal(String text) {
        return text;
    }

    @JobStart("false")
    @JobComplete(value = "false", failedWhen = "return == false")
    private static boolean isFalse(boolean truth) {
        return truth;
    }

    @JobStart("less")
    @JobComplete(value = "less", failedWhen = "return < 0")
    private static int isLess(int number) {
        return number;
    }

    @JobStart("greater")
    @JobComplete(value = "greater", failedWhen = "return > 1.5")
    private static double isGreater(double number) {
        return number;
    }

    @JobStart("at-most")
    @JobComplete(value = "at-most", failedWhen = "return <= 10")
    private static Long isAtMost(Long number) {
        return number;
    }

    @JobStart("in")
    @JobComplete(value = "in", failedWhen = "return in [4, 5]")
    private static int isOneOf(int number) {
        return number;
    }

    @JobStart("and")
    @JobComplete(value = "and", failedWhen = "arg0 == x and return > 1")
    private static int bothAnd(String text, int number) {
        return number;
    }

    @JobStart("or")
    @JobComplete(value = "or", failedWhen = "return == 1 or return >= 7")
    private static int eitherOr(int number) {
        return number;
    }

    @JobStart("not")
    @JobComplete(value = "not", failedWhen = "not return")
    private static boolean negated(boolean truth) {
        return truth;
    }

    @JobStart("path")
    @JobComplete(value = "path", failedWhen = "return.detail.errors > 1", skippedWhen = "return.detail == null")
    private static Result along(Result result) {
        return result;
    }

    @JobStart("key")
    @JobComplete(value = "key", failedWhen = "return['state'] == poor")
    private static Map<String, String> byKey(Map<String, String> map) {
        return map;
    }

    @JobStart("argument")
    @JobComplete(value = "argument", skippedWhen = "arg0 == drop")
    private static void byArgument(String text, @JobId int id) {
        System.out.println("argument " + text + id);
    }

    @JobStart("this")
    @JobComplete(value = "this", failedWhen = "this.limit <= arg0")
    private void byThis(int number) {
        System.out.println("this " + number);
    }

    @JobStart("thrown")
    @JobComplete(value = "thrown", skippedWhen = "thrown is FileNotFoundException")
    private static void byThrown(IOException error) throws IOException {
        throw error;
    }

    @JobStart("skip-first")
    @JobComplete(value = "skip-first", failedWhen = "return == both", skippedWhen = "return == both")
    private static String skipFirst(String text) {
        return text;
    }

    static final class Result {
        private final Detail detail;

        Result(Detail detail) {
            this.detail = detail;
        }

        Detail getDetail() {
            return detail;
        }
    }

    static final class Detail {
        final String name;
        private final int errors;

        Detail(String name, int errors) {
            this.name = name;
            this.errors = errors;
        }

        int errors() {
            return errors;
        }
    }
}
