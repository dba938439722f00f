package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.IOException;

/** The smallest application that has a job. */
public final class FirstJob {
    private FirstJob() {}

    public static void main(String[] args) throws IOException {
        convert("job-1");
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    @JobStart("conversion")
    @JobComplete("conversion")
    private static void convert(@JobId String id) {
        System.out.println("converting " + id);
    }
}
