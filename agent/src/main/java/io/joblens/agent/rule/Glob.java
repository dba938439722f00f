package io.joblens.agent.rule;

/**
 * A pattern over names with dots: {@code *} stands for any part of a segment, {@code **} for any number of segments.
 * Immutable.
 */
final class Glob {
    /** More of them in one pattern are a mistake, and could make matching slow. */
    static final int MOST_STARS = 6;

    private final String text;
    private final int literal;

    Glob(String text) {
        this.text = text;
        int star = text.indexOf('*');
        this.literal = star < 0 ? text.length() : star;
    }

    boolean isExact() {
        return literal == text.length();
    }

    /** The whole segments in front of the first star, without their last dot; empty when there are none. */
    String leadingSegments() {
        return isExact() ? text : text.substring(0, Math.max(0, text.lastIndexOf('.', literal)));
    }

    boolean matches(String name) {
        if (!name.startsWith(text.substring(0, literal))) {
            return false;
        }
        return isExact() ? name.length() == literal : matches(literal, name, literal);
    }

    private boolean matches(int at, String name, int from) {
        if (at == text.length()) {
            return from == name.length();
        }
        if (text.charAt(at) != '*') {
            return from < name.length() && name.charAt(from) == text.charAt(at) && matches(at + 1, name, from + 1);
        }
        if (!text.startsWith("**", at)) {
            return matchesWithin(at, name, from);
        }
        boolean whole = text.startsWith(".", at + 2) && (at == 0 || text.charAt(at - 1) == '.');
        return whole ? matchesSegments(at, name, from) : matchesRest(at, name, from);
    }

    private boolean matchesWithin(int at, String name, int from) {
        for (int end = from; end <= name.length(); end++) {
            if (matches(at + 1, name, end)) {
                return true;
            }
            if (end < name.length() && name.charAt(end) == '.') {
                return false;
            }
        }
        return false;
    }

    /** {@code **.} in front of something: no segment, or some. */
    private boolean matchesSegments(int at, String name, int from) {
        for (int start = from; start >= from; start = name.indexOf('.', start) + 1) {
            if (matches(at + 3, name, start)) {
                return true;
            }
            if (name.indexOf('.', start) < 0) {
                return false;
            }
        }
        return false;
    }

    private boolean matchesRest(int at, String name, int from) {
        for (int end = from; end <= name.length(); end++) {
            if (matches(at + 2, name, end)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
