package io.joblens.agent.config;

/** Something wrong, and the option that falls back because of it, if one does. */
final class Finding {

    private final String place;
    private final String sentence;
    private final Option option;

    Finding(String place, String sentence, Option option) {
        this.place = place;
        this.sentence = sentence;
        this.option = option;
    }

    String line() {
        return place + ": " + sentence;
    }

    Option option() {
        return option;
    }
}
