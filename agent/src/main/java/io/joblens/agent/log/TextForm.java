package io.joblens.agent.log;

/**
 * A line as {@code [time] [LEVEL] message name=value …}. What is empty, or holds a space, a quote, an equals sign or a control
 * character, stands in quotes with the escapes of JSON.
 */
final class TextForm implements LineForm {
    private static final String HEX = "0123456789abcdef";

    private final LineBytes bytes = new LineBytes();
    private final TextChars chars = new TextChars();
    private final Digits digits = new Digits();
    private final ShownNames names = ShownNames.now();

    @Override
    public void start(byte[] timestamp, Message message) {
        bytes.clear();
        bytes.write('[');
        bytes.write(timestamp, 0, timestamp.length);
        bytes.ascii("] [");
        bytes.ascii(message.level().capitals());
        bytes.ascii("] ");
        bytes.ascii(message.text());
    }

    @Override
    public void start(byte[] timestamp, Level level, String message) {
        bytes.clear();
        bytes.write('[');
        bytes.write(timestamp, 0, timestamp.length);
        bytes.ascii("] [");
        bytes.ascii(level.capitals());
        bytes.ascii("] ");
        sentence(message);
    }

    @Override
    public void name(StandardField name) {
        bytes.write(' ');
        text(names.of(name));
        bytes.write('=');
    }

    @Override
    public void name(String name) {
        bytes.write(' ');
        text(name);
        bytes.write('=');
    }

    @Override
    public void value(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            digits.of(((Number) value).longValue());
            digits();
        } else if (value instanceof Double && digits.of((Double) value)) {
            digits();
        } else {
            text(value.toString());
        }
    }

    /** As it is: in quotes, every quote of it would need an escape. */
    @Override
    public void json(String json) {
        bytes.utf8(json.toCharArray(), json.length());
    }

    @Override
    public void millis(long nanos) {
        digits.ofMillis(nanos);
        digits();
    }

    @Override
    public LineBytes end() {
        bytes.write('\n');
        return bytes;
    }

    private void digits() {
        bytes.ascii(digits.chars(), digits.start(), digits.chars().length);
    }

    /** What has no quotes around it still keeps to its line. */
    private void sentence(String text) {
        chars.load(text);
        for (int i = 0; i < chars.length(); i += charCount(i)) {
            int point = point(i);
            if (isControl(point)) {
                escaped(point);
            } else {
                bytes.utf8(point);
            }
        }
    }

    private void text(String text) {
        chars.load(text);
        if (isPlain()) {
            bytes.utf8(chars.chars(), chars.length());
        } else {
            quoted();
        }
    }

    private boolean isPlain() {
        char[] text = chars.chars();
        int length = chars.length();
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c <= ' ' || c == '"' || c == '=' || c >= 0x7F && isControl(c)) {
                return false;
            }
        }
        return length > 0;
    }

    private void quoted() {
        bytes.write('"');
        for (int i = 0; i < chars.length(); i += charCount(i)) {
            escaped(point(i));
        }
        bytes.write('"');
    }

    private void escaped(int point) {
        if (point == '"' || point == '\\') {
            bytes.write('\\');
            bytes.write(point);
        } else if (point == '\n') {
            bytes.ascii("\\n");
        } else if (point == '\r') {
            bytes.ascii("\\r");
        } else if (point == '\t') {
            bytes.ascii("\\t");
        } else if (isControl(point)) {
            bytes.ascii("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                bytes.write(HEX.charAt(point >> shift & 0xF));
            }
        } else {
            bytes.utf8(point);
        }
    }

    /** Whether the character moves the cursor or ends a line: the two blocks of controls, and Unicode's line ends. */
    private static boolean isControl(int point) {
        return point < 0x20 || point >= 0x7F && point < 0xA0 || point == 0x2028 || point == 0x2029;
    }

    private int point(int index) {
        return Character.codePointAt(chars.chars(), index, chars.length());
    }

    private int charCount(int index) {
        return Character.isHighSurrogate(chars.chars()[index]) ? 2 : 1;
    }
}
