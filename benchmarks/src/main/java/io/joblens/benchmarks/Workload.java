package io.joblens.benchmarks;

import io.joblens.api.JobComplete;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import io.joblens.api.Scan;
import io.joblens.api.UserId;

/** Jobs without any work in them, woven by the agent when it is there. */
final class Workload {
    enum Verdict {
        CLEAN,
        INFECTED
    }

    private int work;

    @JobStart("bench")
    @JobComplete("bench")
    int job(@JobId String id) {
        return work++;
    }

    @JobStart("bench-fields")
    @JobComplete("bench-fields")
    int jobWithFields(@JobId String id, @UserId String user, @JobField("file_count") int files) {
        return work++;
    }

    @Scan(value = "bench", infectedWhen = "return == INFECTED")
    Verdict scan(String file) {
        return work++ < 0 ? Verdict.INFECTED : Verdict.CLEAN;
    }

    @Operation("bench")
    int operation() {
        return work++;
    }

    /** What {@link #job} is without the agent. */
    int plain(String id) {
        return work++;
    }
}
