package io.joblens.scenarios.rules;

final class PushHandler extends BaseHandler {
    @Override
    public void handle(String message) {
        System.out.println("push " + message);
    }
}
