package io.joblens.agent.rule.expression;

import java.lang.reflect.Array;
import java.nio.charset.Charset;
import java.util.Collection;

/**
 * Whether something is in a value: a text in a text or in the bytes of one, an element in a collection or an array.
 * Texts and bytes are searched without garbage. Immutable.
 */
final class Containing extends Match {
    private static final Charset UTF_8 = Charset.forName("UTF-8");

    private final String text;
    private final byte[] bytes;
    private final Match element;

    Containing(Literal literal) {
        this.text = literal.text;
        this.bytes = text.getBytes(UTF_8);
        this.element = Match.of(Operator.EQUAL, literal);
    }

    @Override
    boolean matches(Object value) {
        if (value instanceof CharSequence) {
            return value.toString().contains(text);
        }
        if (value instanceof byte[]) {
            return contains((byte[]) value, bytes);
        }
        if (value instanceof Collection) {
            for (Object each : (Collection<?>) value) {
                if (element.matches(each)) {
                    return true;
                }
            }
            return false;
        }
        for (int i = 0; i < length(value); i++) {
            if (element.matches(Array.get(value, i))) {
                return true;
            }
        }
        return false;
    }

    /** The same for a part that comes from a path; nothing contains {@code null} but a collection or an array. */
    static boolean contains(Object value, Object part) {
        if (value instanceof CharSequence) {
            return part != null && value.toString().contains(part.toString());
        }
        if (value instanceof byte[] && part instanceof CharSequence) {
            return contains((byte[]) value, part.toString().getBytes(UTF_8));
        }
        if (value instanceof Collection) {
            for (Object each : (Collection<?>) value) {
                if (Pair.compare(each, Operator.EQUAL, part)) {
                    return true;
                }
            }
            return false;
        }
        for (int i = 0; i < length(value); i++) {
            if (Pair.compare(Array.get(value, i), Operator.EQUAL, part)) {
                return true;
            }
        }
        return false;
    }

    private static int length(Object value) {
        return value != null && value.getClass().isArray() ? Array.getLength(value) : 0;
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int from = 0; from <= bytes.length - part.length; from++) {
            int same = 0;
            while (same < part.length && bytes[from + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return true;
            }
        }
        return false;
    }
}
