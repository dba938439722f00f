package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Family;

/** What sets the text formats of Prometheus apart from one another. */
enum ExpositionFormat {
    /** Prometheus text 0.0.4, which every scraper understands. */
    PROMETHEUS("text/plain; version=0.0.4; charset=utf-8", "", false) {
        @Override
        String header(Family family) {
            // The type "info" came with OpenMetrics.
            Family.Type type = family.type() == Family.Type.INFO ? Family.Type.GAUGE : family.type();
            return "# HELP " + family.name() + ' ' + escaped(family.help()) + "\n# TYPE " + family.name() + ' '
                    + type.text() + '\n';
        }

        @Override
        String bound(double bound) {
            return Numbers.text(bound);
        }
    },

    /** OpenMetrics 1.0, for those who ask for it: with exemplars, and an end by which a cut-off answer is told. */
    OPENMETRICS("application/openmetrics-text; version=1.0.0; charset=utf-8", "# EOF\n", true) {
        @Override
        String header(Family family) {
            String name = metadataName(family);
            return "# TYPE " + name + ' ' + family.type().text() + "\n# HELP " + name + ' '
                    + escaped(family.help()).replace("\"", "\\\"") + '\n';
        }

        /** "Canonical Numbers" of the specification: {@code 1.0}. */
        @Override
        String bound(double bound) {
            String text = Numbers.text(bound);
            return bound == (long) bound ? text + ".0" : text;
        }
    };

    final String contentType;
    /** What stands behind the last family. */
    final String end;

    final boolean exemplars;

    ExpositionFormat(String contentType, String end, boolean exemplars) {
        this.contentType = contentType;
        this.end = end;
        this.exemplars = exemplars;
    }

    /** The lines in front of the first sample of a family. */
    abstract String header(Family family);

    /** The value of the label {@code le}. */
    abstract String bound(double bound);

    /** The name that OpenMetrics gives a family in its metadata. */
    static String metadataName(Family family) {
        switch (family.type()) {
            case COUNTER:
                return without("_total", family.name());
            case INFO:
                return without("_info", family.name());
            default:
                return family.name();
        }
    }

    private static String without(String suffix, String name) {
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    private static String escaped(String help) {
        return help.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
