/**
 * Value paths and conditions, the small language which annotations and YAML rules share.
 *
 * <p>Three stages follow each other. <em>Parsing</em> turns text into a tree and knows no method. <em>Checking</em>
 * holds the tree against the description of a woven method and loads no class. <em>Compiling</em> binds it to the
 * slots of a probe; the steps of a path are then resolved per receiver class, when the first such receiver comes by.
 */
package io.joblens.agent.rule.expression;
