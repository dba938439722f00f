package io.joblens.bootstrap.job;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** When jobs were created that have not started yet. Bounded: the oldest is forgotten. Thread-safe. */
final class CreatedJobs {
    private final int most;
    private final Map<String, Created> byKey = new LinkedHashMap<String, Created>();
    private volatile boolean any;

    CreatedJobs(int most) {
        this.most = most;
    }

    /** Notes when a job was created. */
    synchronized void add(String type, Object id, long atNanos) {
        any = true;
        byKey.put(key(type, id), new Created(atNanos));
        if (byKey.size() > most) {
            Iterator<Created> oldest = byKey.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Forgets a job, whose creation failed. */
    synchronized void remove(String type, Object id) {
        byKey.remove(key(type, id));
    }

    /**
     * Takes out the job that starts now. A creation without a type meets any type.
     *
     * @return when it was created, or {@code null} when nobody said
     */
    Created take(String type, Object id) {
        return any ? takeKnown(type, id) : null;
    }

    /** Whether a job of a compatible type waits. */
    synchronized boolean has(String type, Object id) {
        return byKey.containsKey(key(type, id)) || byKey.containsKey(key(null, id));
    }

    private synchronized Created takeKnown(String type, Object id) {
        Created created = byKey.remove(key(type, id));
        return created != null || type == null ? created : byKey.remove(key(null, id));
    }

    private static String key(String type, Object id) {
        return type == null
                ? id.toString()
                : new StringBuilder(type).append('\u0000').append(id).toString();
    }

    static final class Created {
        final long atNanos;

        Created(long atNanos) {
            this.atNanos = atNanos;
        }
    }
}
