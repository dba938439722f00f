package io.joblens.agent.log;

import java.io.IOException;

/** How a line is spelled: the calls come in the order of the line. Not thread-safe. */
interface LineForm {
    /** @param timestamp ISO 8601 in ASCII */
    void start(byte[] timestamp, Message message) throws IOException;

    /**
     * @param timestamp ISO 8601 in ASCII
     * @param message any text
     */
    void start(byte[] timestamp, Level level, String message) throws IOException;

    /** A field that lines do not leave out. */
    void name(StandardField name) throws IOException;

    void name(String name) throws IOException;

    /** @param value a {@code String}, {@code Boolean} or JDK {@code Number} */
    void value(Object value) throws IOException;

    /** A value that is JSON already, on one line. */
    void json(String json) throws IOException;

    /** A duration, as milliseconds. */
    void millis(long nanos) throws IOException;

    /** The whole line with its line break, valid until the next start. */
    LineBytes end() throws IOException;
}
