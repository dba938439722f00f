/** The files that say who may come in to the endpoint: Prometheus' web configuration, keys, certificates and tokens. */
package io.joblens.agent.door;
