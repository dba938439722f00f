package io.joblens.bootstrap.log;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.report.Reports;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Where log records come from that have no place for it: the job and the name of the thread that logged, for whatever thread writes
 * the record. Records are known by identity and held weakly. Thread-safe and lock-free; nothing is thrown from here.
 */
public final class LogOrigins {
    /** Powers of two. */
    private static final int BUCKETS = 1024;

    private static final int NAMES = 256;

    private static final AtomicReferenceArray<Origin> ORIGINS = new AtomicReferenceArray<Origin>(BUCKETS);
    private static final AtomicReferenceArray<ThreadName> THREADS = new AtomicReferenceArray<ThreadName>(NAMES);

    private LogOrigins() {}

    /**
     * The calling thread logs this record.
     *
     * @param threadId the thread's number, as the record has it
     */
    public static void remember(Object record, int threadId) {
        try {
            rememberThread(threadId, Thread.currentThread().getName());
            JobRun run = JobContext.currentRun();
            if (run != null && record != null) {
                add(new Origin(record, run.logFields()));
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** The fields of the job in which the record was logged, not to be changed; {@code null} outside of any. */
    public static Map<String, String> fields(Object record) {
        try {
            int bucket = System.identityHashCode(record) & BUCKETS - 1;
            for (Origin at = ORIGINS.get(bucket); at != null; at = at.next) {
                if (at.get() == record) {
                    return at.fields;
                }
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
        return null;
    }

    /** The name of the thread that last logged under this number, or else the number itself. */
    public static String thread(int threadId) {
        ThreadName known = THREADS.get(threadId & NAMES - 1);
        return known != null && known.id == threadId ? known.name : String.valueOf(threadId);
    }

    private static void rememberThread(int threadId, String name) {
        int at = threadId & NAMES - 1;
        ThreadName known = THREADS.get(at);
        if (known == null || known.id != threadId || known.name != name) {
            THREADS.set(at, new ThreadName(threadId, name));
        }
    }

    private static void add(Origin origin) {
        Origin first;
        do {
            first = ORIGINS.get(origin.bucket);
            origin.next = live(first);
        } while (!ORIGINS.compareAndSet(origin.bucket, first, origin));
    }

    /** The list without the records at its ends that are gone: the oldest go first, most often all at once. */
    private static Origin live(Origin first) {
        Origin start = first;
        while (start != null && start.get() == null) {
            start = start.next;
        }
        Origin last = start;
        for (Origin at = start; at != null; at = at.next) {
            last = at.get() == null ? last : at;
        }
        if (last != null) {
            // Those behind it are gone for all.
            last.next = null;
        }
        return start;
    }

    private static final class Origin extends WeakReference<Object> {
        private final Map<String, String> fields;
        private final int bucket;
        private volatile Origin next;

        Origin(Object record, Map<String, String> fields) {
            super(record);
            this.fields = fields;
            bucket = System.identityHashCode(record) & BUCKETS - 1;
        }
    }

    private static final class ThreadName {
        private final int id;
        private final String name;

        ThreadName(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }
}
