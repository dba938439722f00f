package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import java.io.IOException;

/** Runs a job for every line of stdin; the class that is {@code late} is first used for a line that says so. */
public final class LongRunning {
    private LongRunning() {}

    public static void main(String[] args) throws IOException {
        early();
        System.out.println("ready");
        for (int b = System.in.read(); b >= 0; b = System.in.read()) {
            if (b == '\n') {
                early();
                Late.late();
                System.out.println("done");
            }
        }
    }

    @JobStart("early")
    @JobComplete("early")
    private static void early() {
        // That it ran is all that matters.
    }

    private static final class Late {
        @JobStart("late")
        @JobComplete("late")
        static void late() {
            // That it ran is all that matters.
        }
    }
}
