package io.joblens.agent.http;

/** Thrown for a request that cannot be understood; says what to answer. Without a stack, because strangers cause it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    Response response() {
        return Response.text(status, getMessage() + "\n");
    }
}
