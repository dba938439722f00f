/** The traces of OpenTelemetry, read where the application or another agent brings it along. */
package io.joblens.agent.trace;
