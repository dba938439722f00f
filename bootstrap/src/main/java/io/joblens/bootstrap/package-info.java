/**
 * The runtime that woven code calls, on the bootstrap class path of the application's JVM. It depends on the JDK's base
 * alone, never names the agent, and uses nothing that is unsafe while classes load or the JVM still starts: no
 * {@code java.util.logging}, {@code java.nio.file} or {@code java.lang.management}, no lambda, no indy.
 */
package io.joblens.bootstrap;
