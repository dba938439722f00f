package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import java.io.IOException;

/** Between two ordinary jobs, jobs inside jobs until the stack is full. */
public final class EndlessRecursion {
    private EndlessRecursion() {}

    public static void main(String[] args) throws IOException {
        ordinary();
        try {
            enclosing();
        } catch (StackOverflowError e) {
            System.out.println("overflow");
        }
        ordinary();
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    @JobStart("enclosing")
    @JobComplete("enclosing")
    private static void enclosing() {
        deeper();
    }

    @JobStart("deeper")
    @JobComplete("deeper")
    private static void deeper() {
        deeper();
    }

    @JobStart("ordinary")
    @JobComplete("ordinary")
    private static void ordinary() {
        System.out.println("ordinary");
    }
}
