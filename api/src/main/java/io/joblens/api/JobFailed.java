package io.joblens.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaving the method ends the run of a job as <em>failed</em>. The argument marked {@link JobError}, or else the first
 * {@link Throwable} among the arguments, says why.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface JobFailed {
    /** The job's type. Without one, the type of the run that ends. */
    String value() default "";
}
