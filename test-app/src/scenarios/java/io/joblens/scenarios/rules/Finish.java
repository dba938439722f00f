package io.joblens.scenarios.rules;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The end of a piece of work. */
@Retention(RetentionPolicy.CLASS)
@interface Finish {}
