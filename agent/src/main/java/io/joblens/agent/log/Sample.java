package io.joblens.agent.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What the lines of an output are, told from how they begin. */
enum Sample {
    PLAIN("plain text"),
    JSON("JSON already"),
    MARKUP("a document of markup");

    private final String words;

    Sample(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * @param sample a pattern, or a line
     * @param message what was logged in the line, or {@code null} of a pattern
     */
    static Sample of(String sample, String message) {
        String text = sample == null ? "" : sample.trim();
        if (text.startsWith("{")) {
            return isJson(text, message) ? JSON : PLAIN;
        }
        return isMarkup(text) ? MARKUP : PLAIN;
    }

    private static boolean isJson(String text, String message) {
        if (message == null) {
            return text.substring(1).trim().startsWith("\"");
        }
        // An application may log JSON as its message, now and then.
        return !text.equals(message.trim()) && isObject(text);
    }

    private static boolean isObject(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.skipChildren().currentToken() == JsonToken.END_OBJECT;
        } catch (IOException malformed) {
            return false;
        }
    }

    /** Whether it begins with a tag; a priority in angle brackets, as syslog has it, is none. */
    private static boolean isMarkup(String text) {
        if (text.length() < 2 || text.charAt(0) != '<') {
            return false;
        }
        char second = text.charAt(1);
        return second == '!' || second == '?' || Character.isLetter(second) && text.endsWith(">");
    }
}
