/**
 * The words an application may use to say which of its methods are background jobs.
 *
 * <p>All annotations have class-file retention and are matched by name: an application that carries them needs neither
 * this JAR nor the agent at run time. They mean the same as the rules of the configuration file. Only {@link
 * io.joblens.api.JobLog} is code, which is there at run time if it is called.
 */
package io.joblens.api;
