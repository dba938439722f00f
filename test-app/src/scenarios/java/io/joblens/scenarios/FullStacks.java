package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import java.io.IOException;

/** Jobs inside jobs until the stack is full, again and again, each time a frame further on. */
public final class FullStacks {
    private static final int TIMES = 100;

    private FullStacks() {}

    public static void main(String[] args) throws IOException {
        ordinary();
        for (int frames = 0; frames < TIMES; frames++) {
            below(frames);
        }
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    /** The classes that a job needs are there before a stack is full. */
    @JobStart("ordinary")
    @JobComplete("ordinary")
    private static void ordinary() {}

    private static void below(int frames) {
        if (frames > 0) {
            below(frames - 1);
            return;
        }
        try {
            deeper();
        } catch (StackOverflowError e) {
            // Once more.
        }
    }

    @JobStart("deeper")
    @JobComplete("deeper")
    private static void deeper() {
        deeper();
    }
}
