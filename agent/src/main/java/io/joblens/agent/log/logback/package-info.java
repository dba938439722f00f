/** Job context in the events of Logback, 1.2 to 1.6, and its lines as JSON. */
package io.joblens.agent.log.logback;
