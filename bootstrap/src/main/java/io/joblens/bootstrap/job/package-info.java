/** Runs of jobs: what is running, in which thread, and how it ended. */
package io.joblens.bootstrap.job;
