package io.joblens.agent.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A line as one JSON object: its generator writes one root value after the other. */
final class JsonForm implements LineForm {
    // A generator here lives as long as its line, so there is nothing to recycle, and nothing may stay on threads.
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .rootValueSeparator((String) null)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private static final SerializedString[] LEVELS = levels();
    private static final SerializedString[] MESSAGES = messages();

    /** How many names of the application's fields are kept ready in bytes; a power of two. Others take longer. */
    private static final int FAMILIAR = 64;

    private static final int HIGHEST_ASCII = 0x7F;

    private final String[] familiarNames = new String[FAMILIAR];
    private final SerializedString[] familiar = new SerializedString[FAMILIAR];
    private final LineBytes bytes = new LineBytes();
    private final TextChars chars = new TextChars();
    private final Digits digits = new Digits();
    private final SerializedString[] names = names();
    private final JsonGenerator generator;
    private boolean escapesAll;

    JsonForm() {
        try {
            generator = JSON.createGenerator(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("a generator over an array failed", impossible);
        }
    }

    @Override
    public void start(byte[] timestamp, Message message) throws IOException {
        bytes.clear();
        generator.writeStartObject();
        name(StandardField.TIMESTAMP);
        generator.writeRawUTF8String(timestamp, 0, timestamp.length);
        name(StandardField.LEVEL);
        generator.writeString(LEVELS[message.level().ordinal()]);
        name(StandardField.MESSAGE);
        generator.writeString(MESSAGES[message.ordinal()]);
    }

    /**
     * Starts a line of the application.
     *
     * @param level {@code null} leaves out the field
     * @param mostOfMessage in characters
     * @param escapesAll whether the line is to be ASCII, by escapes
     */
    void start(byte[] timestamp, String level, String message, int mostOfMessage, boolean escapesAll)
            throws IOException {
        bytes.clear();
        generator.setHighestNonEscapedChar(escapesAll ? HIGHEST_ASCII : 0);
        this.escapesAll = escapesAll;
        generator.writeStartObject();
        name(StandardField.TIMESTAMP);
        generator.writeRawUTF8String(timestamp, 0, timestamp.length);
        if (level != null) {
            name(StandardField.LEVEL);
            level(level);
        }
        name(StandardField.MESSAGE);
        text(message, mostOfMessage);
    }

    @Override
    public void start(byte[] timestamp, Level level, String message) throws IOException {
        bytes.clear();
        generator.writeStartObject();
        name(StandardField.TIMESTAMP);
        generator.writeRawUTF8String(timestamp, 0, timestamp.length);
        name(StandardField.LEVEL);
        generator.writeString(LEVELS[level.ordinal()]);
        name(StandardField.MESSAGE);
        text(message);
    }

    @Override
    public void name(StandardField name) throws IOException {
        generator.writeFieldName(names[name.ordinal()]);
    }

    @Override
    public void name(String name) throws IOException {
        if (escapesAll) {
            // A familiar name is ready in UTF-8.
            generator.writeFieldName(repaired(name));
            return;
        }
        int at = name.hashCode() & FAMILIAR - 1;
        if (familiar[at] == null) {
            familiar[at] = new SerializedString(repaired(name));
            familiarNames[at] = name;
        }
        if (familiarNames[at].equals(name)) {
            generator.writeFieldName(familiar[at]);
        } else {
            generator.writeFieldName(hasSurrogate(name) ? repaired(name) : name);
        }
    }

    @Override
    public void value(Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String) {
            text((String) value);
        } else if (value instanceof Boolean) {
            generator.writeBoolean((Boolean) value);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double) {
            number((Double) value);
        } else if (value instanceof Float) {
            generator.writeNumber((Float) value);
        } else if (value instanceof BigDecimal || value instanceof BigInteger) {
            bigNumber(value.toString());
        } else {
            text(value.toString());
        }
    }

    @Override
    public void json(String json) throws IOException {
        generator.writeRawValue(json);
    }

    @Override
    public void millis(long nanos) throws IOException {
        digits.ofMillis(nanos);
        digits();
    }

    @Override
    public LineBytes end() throws IOException {
        generator.writeEndObject();
        generator.flush();
        bytes.write('\n');
        return bytes;
    }

    private void level(String word) throws IOException {
        for (Level level : Level.ALL) {
            if (level.word().equals(word)) {
                generator.writeString(LEVELS[level.ordinal()]);
                return;
            }
        }
        text(word);
    }

    private void text(String text) throws IOException {
        text(text, TextChars.MOST);
    }

    private void text(String text, int most) throws IOException {
        chars.load(text, most);
        generator.writeString(chars.chars(), 0, chars.length());
    }

    private void number(double value) throws IOException {
        if (digits.of(value)) {
            digits();
        } else {
            generator.writeNumber(value);
        }
    }

    private void digits() throws IOException {
        generator.writeNumber(digits.chars(), digits.start(), digits.chars().length - digits.start());
    }

    /** A number that has to be cut is a number no more. */
    private void bigNumber(String spelled) throws IOException {
        if (spelled.length() > TextChars.MOST) {
            text(spelled);
        } else {
            generator.writeNumber(spelled);
        }
    }

    private String repaired(String name) {
        chars.load(name);
        return new String(chars.chars(), 0, chars.length());
    }

    private static boolean hasSurrogate(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isSurrogate(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static SerializedString[] names() {
        ShownNames shown = ShownNames.now();
        SerializedString[] names = new SerializedString[StandardField.COUNT];
        for (StandardField field : StandardField.ALL) {
            String name = shown.of(field);
            names[field.ordinal()] = name == null ? null : new SerializedString(name);
        }
        return names;
    }

    private static SerializedString[] levels() {
        Level[] all = Level.ALL;
        SerializedString[] levels = new SerializedString[all.length];
        for (Level level : all) {
            levels[level.ordinal()] = new SerializedString(level.word());
        }
        return levels;
    }

    private static SerializedString[] messages() {
        Message[] all = Message.values();
        SerializedString[] messages = new SerializedString[all.length];
        for (Message message : all) {
            messages[message.ordinal()] = new SerializedString(message.text());
        }
        return messages;
    }
}
