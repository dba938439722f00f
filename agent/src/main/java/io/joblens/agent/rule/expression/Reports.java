package io.joblens.agent.rule.expression;

/**
 * Is told what a compiled expression finds out while it runs. Called on application threads; thread-safe, never
 * throws.
 */
public interface Reports {
    /** A sentence for the person who wrote the expression; the same one does not come twice from one step and class. */
    void report(String sentence);
}
