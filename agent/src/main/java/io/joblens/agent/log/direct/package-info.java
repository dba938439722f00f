/** The lines that applications write themselves, through {@code io.joblens.api.JobLog}. */
package io.joblens.agent.log.direct;
