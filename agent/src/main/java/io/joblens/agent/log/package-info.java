/**
 * The lifecycle lines: what happens to jobs, as JSON or text, one line each, on the stdout of the application.
 *
 * <p>Lines are made on the application's threads, so a line that has no error allocates nothing once its writer is warm, and
 * Jackson is loaded by the first line, not in front of the application's {@code main}.
 */
package io.joblens.agent.log;
