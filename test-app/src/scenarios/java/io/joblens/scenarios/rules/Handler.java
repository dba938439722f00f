package io.joblens.scenarios.rules;

/** What reacts to messages; some of it in the interface itself. */
interface Handler {
    void handle(String message);

    default void handleAll(String message) {
        handle(message);
    }
}
