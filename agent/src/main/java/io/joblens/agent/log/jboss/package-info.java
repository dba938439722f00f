/** Job context in the records of JBoss LogManager, from 2.1 on, and its lines as JSON. */
package io.joblens.agent.log.jboss;
