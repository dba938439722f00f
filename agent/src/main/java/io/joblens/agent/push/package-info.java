/**
 * Metrics that nobody has to come for: pushed to a Pushgateway, now and then and when the JVM ends, or kept as a last snapshot.
 * {@link io.joblens.agent.push.AtExit} has each {@link io.joblens.agent.push.Delivery} made, within one bound of time.
 */
package io.joblens.agent.push;
