package io.joblens.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method is a malware scan. Its verdict is told by the conditions; a method that throws is a scan that could not be
 * done, unless {@link #infectedWhen()} says otherwise. Conditions are written as for {@link JobComplete}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Scan {
    /** The scan's name, the value of the {@code scan} label. Without one, the series have no such label. */
    String value() default "";

    /**
     * The condition under which the verdict is <em>infected</em>, for example {@code "return == INFECTED"} or
     * {@code "thrown is VirusFoundException"}. There is no default: what a result means is not guessed.
     */
    String infectedWhen();

    /** A condition under which the scan could not be done, though the method did not throw. */
    String failedWhen() default "";
}
