/** The lines of java.util.logging, and of Tomcat's JULI over it, as JSON. */
package io.joblens.agent.log.jul;
