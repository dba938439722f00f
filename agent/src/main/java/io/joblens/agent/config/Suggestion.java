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
            int distance = EditDistance.between(name, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }
}
