package io.joblens.scenarios.rules;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Carried by other annotations. */
@Retention(RetentionPolicy.CLASS)
@interface Task {}
