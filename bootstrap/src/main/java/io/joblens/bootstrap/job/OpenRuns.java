package io.joblens.bootstrap.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The runs that outlive the method call that started them: their end comes from another method, another thread, or a
 * completion stage. Bounded by count and age, because the end may never come. Thread-safe.
 */
final class OpenRuns {
    private final int most;
    private final long maxAgeNanos;
    /** Oldest first. */
    private final Set<JobRun> runs = new LinkedHashSet<JobRun>();

    private final Map<String, List<JobRun>> byId = new HashMap<String, List<JobRun>>();

    OpenRuns(int most, long maxAgeNanos) {
        this.most = most;
        this.maxAgeNanos = maxAgeNanos;
    }

    /** Adds a run, once and unless it has ended; returns those that had to go for it, which the caller abandons. */
    synchronized Collection<JobRun> add(JobRun run, long nowNanos) {
        // Whoever ends a run looks whether it is open afterwards: one of the two sees what the other did.
        run.open();
        if (run.hasEnded() || !runs.add(run)) {
            return Collections.emptyList();
        }
        if (run.id() != null) {
            String id = run.id().toString();
            List<JobRun> same = byId.get(id);
            if (same == null) {
                same = new ArrayList<JobRun>(1);
                byId.put(id, same);
            }
            same.add(run);
        }
        return tooMany(nowNanos);
    }

    synchronized void remove(JobRun run) {
        if (runs.remove(run)) {
            forgetId(run);
        }
    }

    /** The newest run with this id, of a compatible type, or {@code null}. */
    synchronized JobRun find(String type, Object id) {
        List<JobRun> same = byId.get(id.toString());
        if (same == null) {
            return null;
        }
        for (int i = same.size() - 1; i >= 0; i--) {
            JobRun run = same.get(i);
            if (!run.hasEnded() && run.isOfType(type)) {
                return run;
            }
        }
        return null;
    }

    /** Takes out the runs that are too old, which the caller abandons. */
    synchronized Collection<JobRun> tooOld(long nowNanos) {
        return tooMany(nowNanos);
    }

    synchronized List<JobRun> all() {
        return new ArrayList<JobRun>(runs);
    }

    private List<JobRun> tooMany(long nowNanos) {
        List<JobRun> gone = null;
        for (Iterator<JobRun> oldestFirst = runs.iterator(); oldestFirst.hasNext(); ) {
            JobRun run = oldestFirst.next();
            if (runs.size() <= most && nowNanos - run.startNanos() <= maxAgeNanos) {
                break;
            }
            oldestFirst.remove();
            forgetId(run);
            if (gone == null) {
                gone = new ArrayList<JobRun>();
            }
            gone.add(run);
        }
        return gone == null ? Collections.<JobRun>emptyList() : gone;
    }

    private void forgetId(JobRun run) {
        if (run.id() == null) {
            return;
        }
        String id = run.id().toString();
        List<JobRun> same = byId.get(id);
        if (same != null && same.remove(run) && same.isEmpty()) {
            byId.remove(id);
        }
    }
}
