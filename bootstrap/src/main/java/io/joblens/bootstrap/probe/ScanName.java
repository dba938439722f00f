package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.ScanStats;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The series a scan counts in: always the same ones, or those of a name that is read from the call. Thread-safe. */
public final class ScanName {
    private final ScanStats always;
    private final NameOfCall name;
    private final Registry registry;
    private final Map<String, ScanStats> known;

    private ScanName(ScanStats always, NameOfCall name, Registry registry) {
        this.always = always;
        this.name = name;
        this.registry = registry;
        this.known = always == null ? new ConcurrentHashMap<String, ScanStats>() : null;
    }

    /** A name that is the same for every call. */
    public static ScanName always(ScanStats stats) {
        return new ScanName(stats, null, null);
    }

    /** A name that each call tells; where it tells none, and beyond the registry's limit, it counts as {@code other}. */
    public static ScanName read(ValueReader reader, Registry registry, Tally tally) {
        return new ScanName(null, new NameOfCall(reader, tally), registry);
    }

    ScanStats of(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
        return always != null ? always : named(name.read(returned, thrown, a, b, c, many));
    }

    private ScanStats named(String scan) {
        ScanStats stats = known.get(scan);
        if (stats != null) {
            return stats;
        }
        stats = registry.scan(known.size() < NameOfCall.MOST ? scan : Registry.OTHER);
        if (known.size() < NameOfCall.MOST) {
            known.put(scan, stats);
        }
        return stats;
    }
}
