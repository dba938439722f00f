package io.joblens.scenarios.rules;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An annotation of the application's own, which knows nothing of ours. */
@Retention(RetentionPolicy.CLASS)
@interface Begin {
    String value() default "";
}
