package io.joblens.agent.cli.sample;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.QueueLength;
import io.joblens.api.Scan;
import java.util.ArrayDeque;
import java.util.Deque;

/** Annotations that make sense. */
public class Shop {
    @QueueLength
    final Deque<Order> orders = new ArrayDeque<>();

    @JobStart("order")
    @JobComplete("order")
    public void ship(@JobId(path = "number") Order order, int[] counts) {}

    @Scan(value = "clamav", infectedWhen = "return == false")
    boolean scan(String file) {
        return true;
    }
}
