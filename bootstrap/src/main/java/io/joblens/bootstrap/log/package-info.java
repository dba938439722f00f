/**
 * The doors by which woven logging libraries ask for the fields of the current job, and have their lines written as JSON.
 *
 * <p>How a library plugs in: its room in the agent hooks the method that makes a line of an event. The advice, which sees nothing
 * of the agent, asks {@link io.joblens.bootstrap.log.ApplicationLog#decision} with the encoder, layout or formatter; has an
 * undecided one decided by a pattern or a sample of its lines; and where the answer is JSON, takes a
 * {@link io.joblens.bootstrap.log.ApplicationLine}, tells it what the event holds, and returns its bytes or text in place of
 * the library's. Where an appender is set up, it tells {@code belongs}, so that the decision can name it.
 */
package io.joblens.bootstrap.log;
