package io.joblens.api;

/** How texts and values stand in a line. */
final class Spelling {
    private static final String HEX = "0123456789abcdef";

    private Spelling() {}

    /** As a JSON value. */
    static void json(Object value, StringBuilder into) {
        boolean isNumber = value instanceof Number;
        boolean isOther = value instanceof Double && !isFinite((Double) value)
                || value instanceof Float && !isFinite((Float) value);
        if (value instanceof Boolean || isNumber && !isOther) {
            into.append(value);
        } else {
            quoted(value.toString(), into);
        }
    }

    /** In quotes, with the escapes of JSON. */
    static void quoted(String text, StringBuilder into) {
        into.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                into.append('\\').append(c);
            } else {
                inLine(text, i, into);
            }
        }
        into.append('"');
    }

    /** As a name or a value of a text line: in quotes unless it is one word. */
    static void word(String text, StringBuilder into) {
        boolean isWord = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            isWord &= c > ' ' && c != '"' && c != '=' && !isControl(c);
        }
        if (isWord) {
            inLine(text, into);
        } else {
            quoted(text, into);
        }
    }

    /** As it is, on one line. */
    static void inLine(String text, StringBuilder into) {
        for (int i = 0; i < text.length(); i++) {
            inLine(text, i, into);
        }
    }

    private static void inLine(String text, int at, StringBuilder into) {
        char c = text.charAt(at);
        if (c == '\n') {
            into.append("\\n");
        } else if (c == '\r') {
            into.append("\\r");
        } else if (c == '\t') {
            into.append("\\t");
        } else if (isControl(c)) {
            into.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                into.append(HEX.charAt(c >> shift & 0xF));
            }
        } else {
            into.append(isHalf(text, at) ? '\uFFFD' : c);
        }
    }

    private static boolean isControl(char c) {
        return c < 0x20 || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029;
    }

    /** Whether a surrogate stands alone, which no encoding has. */
    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static boolean isFinite(double number) {
        return !Double.isNaN(number) && !Double.isInfinite(number);
    }
}
