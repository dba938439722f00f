package io.joblens.agent.weave.sample;

import io.joblens.api.FailedJobsDlq;
import io.joblens.api.QueueLength;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Its instances feed gauges. */
public class QueueOwner {
    @QueueLength
    private final List<String> waiting;

    private final AtomicInteger dead = new AtomicInteger(2);

    public QueueOwner() {
        this(3);
    }

    public QueueOwner(int length) {
        if (length < 0) {
            throw new IllegalArgumentException();
        }
        waiting = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            waiting.add("job");
        }
    }

    @FailedJobsDlq
    int deadLetters() {
        return dead.get();
    }

    /** Adds nothing of its own. */
    public static class Sub extends QueueOwner {
        public Sub() {
            super(10);
        }
    }
}
