package io.joblens.agent.http;

import java.util.Locale;

/** Which format a client wants, by its header {@code Accept}. Source: RFC 9110, 12.5.1. */
final class Accepted {
    private static final String OPENMETRICS = "application/openmetrics-text";

    private Accepted() {}

    /**
     * OpenMetrics for those who name it, in our version or without one, and do not like plain text better. Everybody else
     * gets plain text: nobody is turned away, because a scraper that asks for something else still reads that.
     *
     * @param accepted may be {@code null}
     */
    static ExpositionFormat format(String accepted) {
        if (accepted == null) {
            return ExpositionFormat.PROMETHEUS;
        }
        double openMetrics = 0;
        double plain = 0;
        for (String item : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = item.split(";", -1);
            String range = parts[0].trim();
            if (range.equals(OPENMETRICS) && isVersion("1.0.0", parts)) {
                openMetrics = Math.max(openMetrics, Weight.of(parts));
            } else if (range.equals("text/plain") && isVersion("0.0.4", parts)) {
                plain = Math.max(plain, Weight.of(parts));
            }
        }
        return openMetrics > 0 && openMetrics >= plain ? ExpositionFormat.OPENMETRICS : ExpositionFormat.PROMETHEUS;
    }

    private static boolean isVersion(String version, String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim().replace("\"", "");
            if (parameter.startsWith("version=")) {
                return parameter.equals("version=" + version);
            }
        }
        return true;
    }
}
