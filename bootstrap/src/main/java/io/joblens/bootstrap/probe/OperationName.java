package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.metrics.OperationStats;
import io.joblens.bootstrap.metrics.Registry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The series an operation counts in: always the same ones, or those of a name that is read from the call. Thread-safe. */
public final class OperationName {
    private final OperationStats always;
    private final NameOfCall name;
    private final Registry registry;
    private final Map<String, OperationStats> known;

    private OperationName(OperationStats always, NameOfCall name, Registry registry) {
        this.always = always;
        this.name = name;
        this.registry = registry;
        this.known = always == null ? new ConcurrentHashMap<String, OperationStats>() : null;
    }

    /** A name that is the same for every call. */
    public static OperationName always(OperationStats stats) {
        return new OperationName(stats, null, null);
    }

    /** A name that each call tells; where it tells none, and beyond the registry's limit, it counts as {@code other}. */
    public static OperationName read(ValueReader reader, Registry registry, Tally tally) {
        return new OperationName(null, new NameOfCall(reader, tally), registry);
    }

    OperationStats of(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        return always != null ? always : named(name.read(returned, thrown, a, b, c, many));
    }

    private OperationStats named(String operation) {
        OperationStats stats = known.get(operation);
        if (stats != null) {
            return stats;
        }
        stats = registry.operation(known.size() < NameOfCall.MOST ? operation : Registry.OTHER);
        if (known.size() < NameOfCall.MOST) {
            known.put(operation, stats);
        }
        return stats;
    }
}
