/** Context follows the work: the executors and threads of the JDK, woven once there is a job whose work could be followed. */
package io.joblens.agent.context;
