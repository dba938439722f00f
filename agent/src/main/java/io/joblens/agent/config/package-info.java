/**
 * The options of the agent and the four sources they come from.
 *
 * <p>All of this runs in front of the application's {@code main}, so it is made of few classes and uses neither lambdas nor
 * regular expressions, and no class of the YAML library is loaded unless a file is configured.
 */
package io.joblens.agent.config;
