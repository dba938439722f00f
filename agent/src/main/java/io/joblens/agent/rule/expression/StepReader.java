package io.joblens.agent.rule.expression;

/** Takes one step of a path. Thread-safe. */
interface StepReader {
    /**
     * What {@code receiver}, never {@code null}, holds there, or {@code null} when it holds nothing.
     *
     * @throws Throwable whatever the application's own code throws
     */
    Object read(Object receiver) throws Throwable;
}
