/**
 * How the agent gets into a JVM. These few classes are the only ones of the agent that an application's class loader can
 * see; all others stand in packs inside the agent's JAR and are read by a class loader of their own.
 */
package io.joblens.agent.launch;
