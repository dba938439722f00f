package io.joblens.agent.log;

/** What a pool keeps between uses. */
interface Reusable {
    /** Forgets everything, so that no object of the application is held. */
    void clear();

    /** Whether it has grown so much that it should not be kept. */
    boolean isBulky();
}
