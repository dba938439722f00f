package io.joblens.scenarios.rules;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A task, by an annotation that carries another. */
@Task
@Retention(RetentionPolicy.CLASS)
@interface Nightly {}
