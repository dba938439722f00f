package io.joblens.agent.log;

/** The forms of a line. */
public enum LineFormat {
    /** One JSON object a line. */
    JSON("json"),
    /** {@code [time] [LEVEL] message name=value …} */
    TEXT("text");

    private final String word;

    LineFormat(String word) {
        this.word = word;
    }

    /**
     * The format of this word in lower case, as option {@code log.format} takes it.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static LineFormat named(String word) {
        for (LineFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException("format is " + word + "; it takes json or text");
    }
}
