package io.joblens.agent.cli.sample;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Scan;

/** Annotations that make no sense. */
public class BadShop {
    @JobStart("order")
    @JobComplete("order")
    void ship(@JobId(path = "nubmer") Order order) {}

    @Scan(value = "clamav", infectedWhen = "retrun == 1")
    void scan(String file) {}
}
