/** The single runs behind the numbers, for people: what goes on, in which stack, and what ended last. */
package io.joblens.agent.runs;
