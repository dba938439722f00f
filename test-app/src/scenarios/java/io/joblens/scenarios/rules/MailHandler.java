package io.joblens.scenarios.rules;

/** Two steps below the interface that a rule names. */
final class MailHandler extends BaseHandler {
    @Override
    public void handle(String message) {
        System.out.println("mail " + message);
    }
}
