package io.joblens.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The argument is, or holds, a field of the log lines of the job, scan or operation. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
@Repeatable(JobFields.class)
public @interface JobField {
    /** The field's name in the log lines. */
    String value();

    /**
     * Where in the argument the value is found: field names, getters, record accessors or no-argument methods, separated
     * by dots ({@code "page.key"}). Empty for the argument itself. A {@code null} on the way is an absent value.
     */
    String path() default "";
}
