/**
 * Rules: what a method means to jobs. Annotations compile to them; whatever says the same from elsewhere compiles to them
 * too.
 */
package io.joblens.agent.rule;
