package io.joblens.agent.cli;

/** Why a command could not do what it was told, in a sentence for the person who typed it. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private Failure(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    /** Something stands in the way. */
    static Failure of(String sentence) {
        return new Failure(AgentCommand.FAILED, sentence);
    }

    /** The command line itself is wrong. */
    static Failure ofUsage(String sentence) {
        return new Failure(AgentCommand.WRONG_USAGE, sentence);
    }

    int status() {
        return status;
    }
}
