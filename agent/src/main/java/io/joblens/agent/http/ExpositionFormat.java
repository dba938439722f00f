package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Family;

/** What sets the text formats of Prometheus apart from one another. */
enum ExpositionFormat {
    /** Prometheus text 0.0.4, which every scraper understands. */
    PROMETHEUS("text/plain; version=0.0.4; charset=utf-8", "", false) {
        @Override
        String header(Family family) {
            return "# HELP " + family.name() + ' ' + escaped(family.help()) + "\n# TYPE " + family.name() + ' '
                    + family.type().text() + '\n';
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
            String name = withoutTotal(family);
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

    private static final String TOTAL = "_total";

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
    static String withoutTotal(Family family) {
        String name = family.name();
        boolean counts = family.type() == Family.Type.COUNTER && name.endsWith(TOTAL);
        return counts ? name.substring(0, name.length() - TOTAL.length()) : name;
    }

    private static String escaped(String help) {
        return help.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
