package io.joblens.agent.rule.yaml;

/** Which texts are names of Java, or patterns of such. */
final class JavaNames {
    private static final int MOST_STARS = 6;

    private JavaNames() {}

    /** Names of classes, with or without a package. */
    static boolean isQualified(String text) {
        return text.indexOf('*') < 0 && wrong(text) == null;
    }

    /** What is wrong with a name or pattern with dots, as the end of a sentence; {@code null} when nothing is. */
    static String wrong(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        int stars = 0;
        for (String segment : text.split("\\.", -1)) {
            if (segment.isEmpty()) {
                return "has two dots together, or one at an end";
            }
            if (segment.contains("***")) {
                return "has three stars together; `**` stands for any number of segments";
            }
            for (int i = 0; i < segment.length(); i++) {
                char letter = segment.charAt(i);
                if (letter == '*') {
                    stars += i > 0 && segment.charAt(i - 1) == '*' ? 0 : 1;
                } else if (!Character.isJavaIdentifierPart(letter)) {
                    return "has a `" + letter + "`, which no name has";
                }
            }
        }
        return stars > MOST_STARS ? "has more than " + MOST_STARS + " stars" : null;
    }
}
