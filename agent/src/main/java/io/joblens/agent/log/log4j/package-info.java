/** Job context in the events of Log4j 2, from 2.17 on, and its lines as JSON. */
package io.joblens.agent.log.log4j;
