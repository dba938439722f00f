package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import java.io.IOException;

/** Its first job starts where the stack is full; others follow on the way back, and where there is room. */
public final class FirstOnFullStack {
    private FirstOnFullStack() {}

    public static void main(String[] args) throws IOException {
        try {
            deeper();
        } catch (StackOverflowError e) {
            ordinary();
        }
        try {
            failing();
        } catch (IllegalStateException e) {
            System.out.println("ready");
        }
        Stdin.awaitEnd();
    }

    private static void deeper() {
        try {
            deeper();
        } finally {
            onTheWayBack();
        }
    }

    @JobStart("on the way back")
    @JobComplete("on the way back")
    private static void onTheWayBack() {}

    @JobStart("ordinary")
    @JobComplete("ordinary")
    private static void ordinary() {}

    @JobStart("failing")
    @JobComplete("failing")
    private static void failing() {
        throw new IllegalStateException();
    }
}
