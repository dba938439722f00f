package io.joblens.bootstrap.log;

import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.report.Reports;
import java.util.HashMap;
import java.util.Map;

/** What woven logging libraries ask for. Thread-safe; nothing is thrown from here. */
public final class LogContext {
    private LogContext() {}

    /** Whether the calling thread works on a job: what a log call outside of one costs. */
    public static boolean isInJob() {
        return JobContext.currentRun() != null;
    }

    /** The fields of the calling thread's run, not to be changed; {@code null} outside of any job. */
    public static Map<String, String> fields() {
        try {
            JobRun run = JobContext.currentRun();
            return run == null ? null : run.logFields();
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return null;
        }
    }

    /**
     * Context data for an event of this moment on the calling thread: the fields of the current run, and the
     * application's own values, which win.
     *
     * @param own the application's values, or {@code null}; not changed
     * @return a new serializable map, or {@code own} itself outside of any job
     */
    public static Map<String, String> join(Map<String, String> own) {
        try {
            JobRun run = JobContext.currentRun();
            return run == null ? own : joined(run.logFields(), own);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            return own;
        }
    }

    private static Map<String, String> joined(Map<String, String> fields, Map<String, String> own) {
        Map<String, String> joined = new HashMap<String, String>(fields);
        if (own != null) {
            joined.putAll(own);
        }
        return joined;
    }
}
