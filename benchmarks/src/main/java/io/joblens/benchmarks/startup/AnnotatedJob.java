package io.joblens.benchmarks.startup;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;

/** The one class of the application that matches. */
final class AnnotatedJob {
    private String last = "none";

    @JobStart("bench")
    @JobComplete("bench")
    void run(@JobId String id) {
        last = id;
    }

    @Override
    public String toString() {
        return last;
    }
}
