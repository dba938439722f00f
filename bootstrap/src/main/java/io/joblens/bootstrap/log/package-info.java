/** The door by which woven logging libraries ask for the fields of the current job. */
package io.joblens.bootstrap.log;
