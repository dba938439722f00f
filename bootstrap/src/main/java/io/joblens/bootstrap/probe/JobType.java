package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.metrics.JobStats;
import io.joblens.bootstrap.metrics.Registry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The series a call counts in: always the same ones, or those of a type that is read from the call. Thread-safe.
 *
 * <p>One final class with a field to look at, so that a constant type costs no virtual call.
 */
public final class JobType {
    private final JobStats always;
    private final NameOfCall name;
    private final Registry registry;
    private final Map<String, JobStats> known;

    private JobType(JobStats always, NameOfCall name, Registry registry) {
        this.always = always;
        this.name = name;
        this.registry = registry;
        this.known = always == null ? new ConcurrentHashMap<String, JobStats>() : null;
    }

    /** A type that is the same for every call. */
    public static JobType always(JobStats stats) {
        return new JobType(stats, null, null);
    }

    /** A type that each call tells; where it tells none, and beyond the registry's limit, it counts as {@code other}. */
    public static JobType read(ValueReader reader, Registry registry, Tally tally) {
        return new JobType(null, new NameOfCall(reader, tally), registry);
    }

    JobStats of(Object a, Object b, Object c, Object[] many) {
        return always != null ? always : named(name.read(null, null, a, b, c, many));
    }

    private JobStats named(String type) {
        JobStats stats = known.get(type);
        if (stats != null) {
            return stats;
        }
        // The registry takes a lock for a name it has no series of; what a caller invents must not come there each
        // time.
        stats = registry.job(known.size() < NameOfCall.MOST ? type : Registry.OTHER);
        if (known.size() < NameOfCall.MOST) {
            known.put(type, stats);
        }
        return stats;
    }
}
