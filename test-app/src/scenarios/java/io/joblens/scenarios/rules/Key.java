package io.joblens.scenarios.rules;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what identifies a piece of work. */
@Retention(RetentionPolicy.CLASS)
@interface Key {}
