/**
 * How the agent gets into a JVM. These three classes are the only ones of the agent that an application's class loader can
 * see; all others stand in the agent's JAR under another ending and are read by a class loader of their own.
 */
package io.joblens.agent.launch;
