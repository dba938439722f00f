package io.joblens.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field, or the result of the method without parameters, is the gauge {@code failed_jobs_dlq}: how many failed jobs lie in the dead-letter queue.
 *
 * <p>It is read when metrics are asked for, over the live instances of the class, and added up. A number counts as
 * itself; a collection, a map or an array as its size. The method should be quick, and safe to call from any thread.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface FailedJobsDlq {}
