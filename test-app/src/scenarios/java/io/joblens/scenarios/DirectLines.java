package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobLog;
import io.joblens.api.JobStart;
import io.joblens.api.UserId;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;

/** Writes lines with {@code JobLog}, in and outside of jobs and from copies of it in other class loaders. */
public final class DirectLines {
    private DirectLines() {}

    public static void main(String[] args) throws Exception {
        JobLog.info("Worker started", "password", "p4ss", "workers", 2);
        JobLog.debug("not enabled");
        inside("job-1", "user-1");
        try {
            throwing("job-2");
        } catch (IllegalStateException e) {
            JobLog.jobFailed("job-2", e, 1);
        }
        swallowing("job-3");
        JobLog.job("created", "job-4", "job_type", "video", "file_count", 5);
        JobLog.jobCompleted("job-4", 5000, "job_type", "video", "output_key", "s3://bucket/output.mp4");
        JobLog.operation("thumbnail_generation", 12.5, true, "object_key", "s3://bucket/thumb.jpg");
        URL api = JobLog.class.getProtectionDomain().getCodeSource().getLocation();
        for (String application : new String[] {"first", "second"}) {
            try (URLClassLoader own = new URLClassLoader(new URL[] {api}, null)) {
                Class<?> copy = own.loadClass(JobLog.class.getName());
                Method info = copy.getMethod("info", String.class, Object[].class);
                info.invoke(null, "From a copy", new Object[] {"application", application});
                Method completed = copy.getMethod("jobCompleted", Object.class, double.class, Object[].class);
                completed.invoke(null, application, 100.0, new Object[] {"job_type", "copied"});
            }
        }
        JobLog.error(null, (Object) null, "no name", "alone");
        System.out.println("ready");
        Stdin.awaitEnd();
        JobLog.info("Worker ended");
    }

    @JobStart("work")
    @JobComplete("work")
    private static void inside(@JobId String id, @UserId String user) {
        JobLog.warn("Unusual condition", "api_key", "k3y");
        JobLog.jobCompleted(id, 250);
    }

    @JobStart("work")
    @JobComplete("work")
    private static void throwing(@JobId String id) {
        throw new IllegalStateException("broken");
    }

    @JobStart("work")
    @JobComplete("work")
    private static void swallowing(@JobId String id) {
        JobLog.jobFailed(id, "no space left", 3);
    }
}
