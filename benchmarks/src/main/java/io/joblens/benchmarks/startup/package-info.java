/** The agents and applications between which the start of a JVM is measured. */
package io.joblens.benchmarks.startup;
