package io.joblens.agent.context;

/** Where in a method of the JDK the runtime's door is called. */
enum Spot {
    ENTRY,
    RETURN,
    THROW,
    /** In front of the call of another method; what that call takes last is on the stack. */
    CALL
}
