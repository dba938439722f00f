package io.joblens.agent.http;

/** Receives what a person should know. Called from the threads of the endpoint; must not throw. */
public interface Problems {
    /** One sentence: what was found, and what would be right. */
    void problem(String sentence);
}
