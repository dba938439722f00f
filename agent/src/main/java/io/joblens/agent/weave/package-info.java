/**
 * From a class file to a woven one: a scan of the constant pool decides whether a class is looked at, rules whether it is
 * woven, and Byte Buddy inlines the advice.
 */
package io.joblens.agent.weave;
