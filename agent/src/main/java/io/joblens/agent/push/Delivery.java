package io.joblens.agent.push;

import io.joblens.bootstrap.metrics.Registry;

/** A way in which metrics are handed on. Its {@code toString} says which, in a word or two. */
public interface Delivery {
    /**
     * Hands on what the registry holds now; blocks.
     *
     * @throws Undelivered when that has failed for good, or has not succeeded in time
     */
    void deliver(Registry registry, Deadline deadline) throws Undelivered;
}
