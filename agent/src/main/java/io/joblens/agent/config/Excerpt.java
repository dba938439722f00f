package io.joblens.agent.config;

/** What was found, made fit for a sentence: on one line, nothing invisible, not too long. */
final class Excerpt {

    private static final int LONGEST = 80;
    private static final int LONGEST_WHOLE = 1000;

    private Excerpt() {}

    static String of(String found) {
        return of(found, LONGEST);
    }

    /** For a path, which names no file without its end, and for the words of the YAML parser. */
    static String mostOf(String found) {
        return of(found, LONGEST_WHOLE);
    }

    private static String of(String found, int longest) {
        if (found.isEmpty()) return "empty";
        StringBuilder excerpt = new StringBuilder();
        for (int i = 0; i < found.length(); ) {
            int letter = found.codePointAt(i);
            if (excerpt.length() >= longest) return excerpt.append("...").toString();
            if (isVisible(letter)) {
                excerpt.appendCodePoint(letter);
            } else {
                appendEscaped(letter, excerpt);
            }
            i += Character.charCount(letter);
        }
        return excerpt.toString();
    }

    /** False for control and format characters, which could break or reorder the line, and for lone surrogates. */
    private static boolean isVisible(int letter) {
        if (letter >= ' ' && letter <= '~') return true;
        int type = Character.getType(letter);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED;
    }

    private static void appendEscaped(int letter, StringBuilder excerpt) {
        if (letter == '\n') {
            excerpt.append("\\n");
        } else if (letter == '\r') {
            excerpt.append("\\r");
        } else if (letter == '\t') {
            excerpt.append("\\t");
        } else {
            excerpt.append("\\u{").append(Integer.toHexString(letter)).append('}');
        }
    }
}
