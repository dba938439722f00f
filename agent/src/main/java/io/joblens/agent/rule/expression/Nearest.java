package io.joblens.agent.rule.expression;

import java.util.Locale;

/** Finds what somebody probably meant to type. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate within one typing error per three letters of {@code word}, or {@code null} when none is so near.
     */
    static String to(String word, Iterable<String> candidates) {
        int best = Math.max(1, word.length() / 3) + 1;
        String nearest = null;
        for (String candidate : candidates) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
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

    /** Insertions, deletions, replacements and swaps of neighbours: the optimal string alignment distance. */
    public static int distance(String a, String b) {
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            costs[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            costs[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(costs[i - 1][j - 1] + change, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, costs[i - 2][j - 2] + 1);
                }
                costs[i][j] = cost;
            }
        }
        return costs[a.length()][b.length()];
    }
}
