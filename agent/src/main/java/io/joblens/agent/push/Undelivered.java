package io.joblens.agent.push;

/** Metrics were not handed on; the message is the sentence that says so. */
public final class Undelivered extends Exception {
    private static final long serialVersionUID = 1;

    Undelivered(String sentence) {
        super(sentence);
    }
}
