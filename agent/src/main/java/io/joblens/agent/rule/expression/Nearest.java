package io.joblens.agent.rule.expression;

import io.joblens.agent.config.EditDistance;
import java.util.Locale;

/** Finds what somebody probably meant to type. */
final class Nearest {
    private Nearest() {}

    /**
     * The candidate within one typing error per three letters of {@code word}, or {@code null} when none is so near.
     */
    static String to(String word, Iterable<String> candidates) {
        int best = Math.max(1, word.length() / 3) + 1;
        String nearest = null;
        for (String candidate : candidates) {
            int distance = EditDistance.between(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** A clause to append to a sentence: {@code "; did you mean `x`?"}, or nothing. */
    static String clause(String word, Iterable<String> candidates) {
        String nearest = to(word, candidates);
        return nearest == null ? "" : "; did you mean `" + nearest + "`?";
    }
}
