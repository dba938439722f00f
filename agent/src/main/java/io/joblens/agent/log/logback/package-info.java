/** Job context in the events of Logback, 1.2 to 1.6. */
package io.joblens.agent.log.logback;
