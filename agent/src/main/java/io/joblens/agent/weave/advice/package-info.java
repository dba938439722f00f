/** The code that is inlined into methods of the application. Everything here calls the runtime's door and no more. */
package io.joblens.agent.weave.advice;
