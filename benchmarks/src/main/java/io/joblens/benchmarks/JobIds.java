package io.joblens.benchmarks;

/** Job ids that exist before the measurement, as they do in a queue's messages. */
final class JobIds {
    private static final int MASK = 1023;

    private final String[] ids = new String[MASK + 1];
    private int next;

    JobIds() {
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "job-" + i;
        }
    }

    String next() {
        return ids[next++ & MASK];
    }
}
