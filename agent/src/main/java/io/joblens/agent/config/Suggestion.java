package io.joblens.agent.config;

/** What somebody who wrote a name that is no option may have meant. */
final class Suggestion {

    /** Above this no option is near, and comparing would only take time. */
    private static final int LONGEST = 64;

    private Suggestion() {}

    static String of(String name, String[] known) {
        String nearest = name.length() > LONGEST ? null : nearest(name, known);
        if (nearest != null) return "did you mean `" + nearest + "`?";
        StringBuilder all = new StringBuilder("there are ");
        for (int i = 0; i < known.length; i++) {
            if (i > 0) all.append(i + 1 < known.length ? ", " : " and ");
            all.append(known[i]);
        }
        return all.toString();
    }

    private static String nearest(String name, String[] known) {
        String nearest = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            if (candidate.endsWith("." + name)) return candidate;
            if (name.equals(Option.PROPERTY_PREFIX + candidate)) return candidate;
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Optimal string alignment: letters inserted, left out, replaced, or swapped with their neighbour. */
    private static int distance(String from, String to) {
        int[][] d = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) d[i][0] = i;
        for (int j = 0; j <= to.length(); j++) d[0][j] = j;
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                int replaced = d[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
            }
        }
        return d[from.length()][to.length()];
    }
}
