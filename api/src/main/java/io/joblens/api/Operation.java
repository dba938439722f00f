package io.joblens.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method is a timed step inside a job. It fails when it throws or when {@link #failedWhen()} holds.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Operation {
    /** The operation's name, the value of the {@code operation} label. Without one, the method's name. */
    String value() default "";

    /** A condition under which the operation failed, though the method did not throw; written as for {@link JobComplete}. */
    String failedWhen() default "";
}
