package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;

/** A job to be loaded by all kinds of class loaders; {@link ManyClasses} makes more such classes by changing the number. */
public final class Job00 implements Runnable {
    @Override
    @JobStart("Job00")
    @JobComplete("Job00")
    public void run() {
        // That it ran is all that matters.
    }
}
