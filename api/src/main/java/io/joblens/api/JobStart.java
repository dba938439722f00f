package io.joblens.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Entering the method starts a run of a job.
 *
 * <p>Together with {@link JobComplete} of the same type on one method, the method is the whole job. On a method of its
 * own, the run goes on after the method has returned, until a method with {@link JobComplete}, {@link JobFailed} or
 * {@link JobSkipped} ends it, in this or another thread: the two meet by {@link JobId}, or by the thread when there is
 * no id. A start method that throws ends its run as failed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface JobStart {
    /** The job's type, the value of the {@code job_type} label. Without one, the series have no such label. */
    String value() default "";
}
