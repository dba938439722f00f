package io.joblens.agent.rule.expression;

import java.util.Collection;

/** Writes names out in a sentence. */
final class Listing {
    /** More than this are not read. */
    private static final int LONGEST = 12;

    private Listing() {}

    static String of(Collection<String> names) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (String name : names) {
            if (++count > LONGEST) {
                return text.append(" …").toString();
            }
            text.append(count == 1 ? "" : ", ").append('`').append(name).append('`');
        }
        return text.toString();
    }
}
