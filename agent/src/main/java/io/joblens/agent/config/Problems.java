package io.joblens.agent.config;

/** Takes what is wrong with the configuration, for the person who can mend it. */
public interface Problems {

    /**
     * Takes one problem.
     *
     * @param line a sentence on one line, without the agent's own prefix: where, what was found, what would be right, and
     *     what is used instead
     */
    void report(String line);
}
