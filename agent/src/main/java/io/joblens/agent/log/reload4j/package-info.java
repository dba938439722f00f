/** Job context in the events of reload4j, and of the Log4j 1.2 whose classes it continues, and their lines as JSON. */
package io.joblens.agent.log.reload4j;
