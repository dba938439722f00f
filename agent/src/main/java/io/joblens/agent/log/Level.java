package io.joblens.agent.log;

/** How much a line matters, from least to most. */
public enum Level {
    DEBUG("debug", "DEBUG"),
    INFO("info", "INFO"),
    WARN("warn", "WARN"),
    ERROR("error", "ERROR");

    static final Level[] ALL = values();

    private final String word;
    private final String capitals;

    Level(String word, String capitals) {
        this.word = word;
        this.capitals = capitals;
    }

    /**
     * The level of this word in lower case, as option {@code log.level} takes it.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Level named(String word) {
        for (Level level : values()) {
            if (level.word.equals(word)) {
                return level;
            }
        }
        throw new IllegalArgumentException("level is " + word + "; it takes debug, info, warn or error");
    }

    /** As in JSON. */
    String word() {
        return word;
    }

    /** As in text. */
    String capitals() {
        return capitals;
    }
}
