/**
 * The families of the JVM and its process, named as Prometheus' own client for Java names them. Everything in here is loaded and
 * read when somebody asks for metrics, never at the start: what reads management beans loads hundreds of classes.
 */
package io.joblens.agent.jvm;
