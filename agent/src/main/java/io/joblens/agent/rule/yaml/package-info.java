/**
 * The rules of the configuration file, compiled to the same model as annotations. Loaded only where a file has some.
 */
package io.joblens.agent.rule.yaml;
