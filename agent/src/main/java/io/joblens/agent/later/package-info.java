/** Results of libraries that are there later than the method returns: those of Guava, Reactor and RxJava, known by name. */
package io.joblens.agent.later;
