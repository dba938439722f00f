package io.joblens.agent.http;

/** The weight of an item in a header such as {@code Accept}. Source: RFC 9110, 12.4.2. */
final class Weight {
    private Weight() {}

    /** @param parts the item, split at its semicolons: {@code gzip}, {@code q=0.5} */
    static double of(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim();
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2).trim());
            }
        }
        return 1;
    }

    private static double number(String text) {
        // A weight that is none forbids: plain is what every client understands.
        return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
