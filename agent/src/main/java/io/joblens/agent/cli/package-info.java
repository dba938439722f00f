/**
 * The command line of the agent's JAR. It runs in a JVM of its own: nothing here is loaded beside an application.
 */
package io.joblens.agent.cli;
