/** What happens at the entry and exit of a woven method, one class for each kind of rule. */
package io.joblens.bootstrap.probe;
