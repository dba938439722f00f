package io.joblens.benchmarks;

import java.util.concurrent.atomic.LongAdder;
import org.slf4j.MDC;

/**
 * The least that measuring a job takes, written by hand for one job type: count, sum, bucket and a gauge of active jobs,
 * in adders that do not contend, and the job's id in the MDC.
 */
final class Floor {
    private static final long[] BOUNDS = {
        100_000_000L,
        500_000_000L,
        1_000_000_000L,
        2_000_000_000L,
        5_000_000_000L,
        10_000_000_000L,
        30_000_000_000L,
        60_000_000_000L
    };

    private final LongAdder count = new LongAdder();
    private final LongAdder sum = new LongAdder();
    private final LongAdder active = new LongAdder();
    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];

    Floor() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    int job(Workload workload, String id) {
        active.increment();
        MDC.put("job_id", id);
        long start = System.nanoTime();
        try {
            return workload.plain(id);
        } finally {
            record(System.nanoTime() - start);
            count.increment();
            MDC.remove("job_id");
            active.decrement();
        }
    }

    /** Two clock reads, one counter, one histogram. */
    int smallJob(Workload workload, String id) {
        long start = System.nanoTime();
        try {
            return workload.plain(id);
        } finally {
            record(System.nanoTime() - start);
            count.increment();
        }
    }

    private void record(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS.length && nanos > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sum.add(nanos);
    }
}
