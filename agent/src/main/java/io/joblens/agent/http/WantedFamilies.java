package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Family;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.HashSet;
import java.util.Set;

/** The families a scrape asks for, as in {@code ?name[]=job_failed_total&name[]=queue_length}. Immutable. */
final class WantedFamilies {
    private static final String[] OF_SEVERAL = {"_bucket", "_sum", "_count"};

    /** {@code null} where all are wanted. */
    private final Set<String> names;

    private WantedFamilies(Set<String> names) {
        this.names = names;
    }

    /** @param query may be {@code null}; what is no {@code name[]} in it means nothing */
    static WantedFamilies of(String query) {
        Set<String> names = null;
        String[] pairs = query == null ? new String[0] : query.split("&");
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0 && decoded(pair.substring(0, equals)).equals("name[]")) {
                names = names == null ? new HashSet<String>() : names;
                names.add(decoded(pair.substring(equals + 1)));
            }
        }
        return new WantedFamilies(names);
    }

    /** Whether the family is asked for: by its name, by that of OpenMetrics, or by one of its samples. */
    boolean include(Family family) {
        if (names == null || names.contains(family.name()) || names.contains(ExpositionFormat.metadataName(family))) {
            return true;
        }
        boolean several = family.type() == Family.Type.HISTOGRAM || family.type() == Family.Type.SUMMARY;
        for (String suffix : OF_SEVERAL) {
            if (several && names.contains(family.name() + suffix)) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JVM has UTF-8", e);
        } catch (IllegalArgumentException e) {
            // A broken escape is the name of nothing.
            return text;
        }
    }
}
