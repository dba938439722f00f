package io.joblens.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaving the method ends the run of a job: completed, or failed when the method throws.
 *
 * <p>When the method returns a {@link java.util.concurrent.CompletionStage}, the run ends when the stage does.
 *
 * <p>The conditions are written over {@code return}, {@code thrown}, {@code this} and {@code arg0}, {@code arg1}, …
 * with property paths, {@code == != < > in is and or not}: {@code "return.status == FAILED"},
 * {@code "thrown is TimeoutException or return in [1, 2]"}. {@code skippedWhen} is asked first.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface JobComplete {
    /** The job's type. Without one, the type of the run that ends. */
    String value() default "";

    /** A condition that makes the outcome <em>failed</em>, though the method did not throw. */
    String failedWhen() default "";

    /** A condition that makes the outcome <em>skipped</em>, whether the method threw or not. */
    String skippedWhen() default "";
}
