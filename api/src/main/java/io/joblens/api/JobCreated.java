package io.joblens.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method queues a job. When it returns normally the job is logged and counted as created; from its entry runs the
 * waiting time that ends when a run with the same {@link JobId} starts.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface JobCreated {
    /** The job's type. */
    String value() default "";
}
