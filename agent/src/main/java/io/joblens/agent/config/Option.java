package io.joblens.agent.config;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The table of options: each has one name, derived the same way in all four sources. */
public enum Option {
    ENABLED(
            "enabled",
            "true",
            Kind.FLAG,
            "METRICS_ENABLED",
            "Whether Joblens works at all; false leaves the application untouched."),
    CONFIG("config", null, Kind.PATH, null, "Path of the YAML file, relative to the working directory."),
    CONFIG_RELOAD(
            "config.reload",
            "false",
            Kind.FLAG,
            null,
            "Whether the YAML file is read again when it changes, and its rules are applied while the JVM runs."),
    HTTP_ENABLED("http.enabled", "true", Kind.FLAG, null, "Whether the endpoint is served."),
    HTTP_HOST(
            "http.host",
            "127.0.0.1",
            Kind.HOST,
            null,
            "Name or address the endpoint listens on; 0.0.0.0 is every address."),
    HTTP_PORT("http.port", "10464", Kind.number(0, 65535), null, "Port the endpoint listens on; 0 takes a free one."),
    LOG_LEVEL(
            "log.level",
            "info",
            Kind.words("debug, info, warn or error", "debug", "info", "warn", "error"),
            "LOG_LEVEL",
            "Lowest level of the lifecycle lines that are written: debug, info, warn or error."),
    LOG_FORMAT(
            "log.format",
            "json",
            Kind.words("json or text", "json", "text"),
            "LOG_FORMAT",
            "Form of the lifecycle lines: json or text."),
    LOG_LIFECYCLE("log.lifecycle", "true", Kind.FLAG, null, "Whether lifecycle lines are written at all."),
    LOG_CONTEXT(
            "log.context", "true", Kind.FLAG, null, "Whether the fields of a job join the application's log events."),
    METRICS_EXEMPLARS(
            "metrics.exemplars",
            "true",
            Kind.FLAG,
            null,
            "Whether OpenMetrics shows the id of a recent job for each bucket of a histogram."),
    METRICS_LABELS(
            "metrics.labels",
            null,
            Kind.LABELS,
            null,
            "Constant labels of every series: a map in YAML, elsewhere one option each such as metrics.labels.region=eu."),
    METRICS_MAX_TYPES(
            "metrics.max-types",
            "200",
            Kind.number(1, 10_000),
            null,
            "Job types that get series of their own; the rest count as other."),
    METRICS_WINDOW(
            "metrics.window", "1000", Kind.number(1, 100_000), null, "Latest samples that percentiles are taken over."),
    PRESETS(
            "presets",
            null,
            Kind.PRESETS,
            null,
            "Presets, which are all on: a map in YAML, elsewhere one option each such as presets.quartz=false."),
    RUNS_MAX("runs.max", "10000", Kind.number(1, 1_000_000), null, "Runs in flight that are kept."),
    RUNS_MAX_AGE(
            "runs.max-age",
            "24h",
            Kind.DURATION,
            null,
            "Age at which a run that never ended is given up: 30s, 5m, 24h, 7d.");

    static final String PROPERTY_PREFIX = "joblens.";
    static final String VARIABLE_PREFIX = "JOBLENS_";

    private static final Option[] ALL = values();
    private static final String LABEL_PREFIX = "metrics.labels.";
    private static final String LABEL_VARIABLE_PREFIX = "JOBLENS_METRICS_LABELS_";

    private static final String PRESET_PREFIX = "presets.";
    private static final String PRESET_VARIABLE_PREFIX = "JOBLENS_PRESETS_";

    private final String key;
    private final String defaultText;
    private final Kind kind;
    private final String seedVariable;
    private final String description;

    Option(String key, String defaultText, Kind kind, String seedVariable, String description) {
        this.key = key;
        this.defaultText = defaultText;
        this.kind = kind;
        this.seedVariable = seedVariable;
        this.description = description;
    }

    /** The option's name, as in agent arguments: {@code http.port}. */
    public String key() {
        return key;
    }

    /** The option's name as a system property: {@code joblens.http.port}. */
    public String property() {
        return PROPERTY_PREFIX + key;
    }

    /** The option's name as an environment variable: {@code JOBLENS_HTTP_PORT}. */
    public String variable() {
        StringBuilder variable = new StringBuilder(VARIABLE_PREFIX);
        for (int i = 0; i < key.length(); i++) {
            char letter = key.charAt(i);
            variable.append(letter == '.' || letter == '-' ? '_' : Character.toUpperCase(letter));
        }
        return variable.toString();
    }

    /** A variable that means the same without our prefix, and is the application's too; null for most options. */
    public String seedVariable() {
        return seedVariable;
    }

    /** The default as one would write it, or null where there is none. */
    public String defaultText() {
        return defaultText;
    }

    /** What values are right, in words that follow "it takes". */
    public String takes() {
        return kind.takes();
    }

    /** What the option is for, in one sentence. */
    public String description() {
        return description;
    }

    Kind kind() {
        return kind;
    }

    static Option[] all() {
        return ALL;
    }

    /** All names as in agent arguments, for suggestions. */
    static String[] keys() {
        String[] keys = new String[ALL.length];
        for (int i = 0; i < ALL.length; i++) keys[i] = ALL[i].key;
        return keys;
    }

    /** All names that are maps in YAML, for suggestions. */
    static String[] sections() {
        Set<String> sections = new LinkedHashSet<String>();
        for (Option option : ALL) {
            int dot = option.key.indexOf('.');
            if (dot > 0) sections.add(option.key.substring(0, dot));
        }
        sections.add(METRICS_LABELS.key);
        sections.add(PRESETS.key);
        return sections.toArray(new String[0]);
    }

    /** All names as in the environment, for suggestions. */
    static String[] variables() {
        String[] variables = new String[ALL.length];
        for (int i = 0; i < ALL.length; i++) variables[i] = ALL[i].variable();
        return variables;
    }

    static Option withKey(String key) {
        for (Option option : ALL) {
            if (option.key.equals(key)) return option;
        }
        return null;
    }

    static Option withVariable(String variable) {
        for (Option option : ALL) {
            if (option.variable().equals(variable)) return option;
        }
        return null;
    }

    /** The label that a key such as {@code metrics.labels.region} sets, or null. */
    static String labelOfKey(String key) {
        return key.startsWith(LABEL_PREFIX) ? key.substring(LABEL_PREFIX.length()) : null;
    }

    /** The label that a variable such as {@code JOBLENS_METRICS_LABELS_REGION} sets, or null; always in lower case. */
    static String labelOfVariable(String variable) {
        if (!variable.startsWith(LABEL_VARIABLE_PREFIX)) return null;
        return variable.substring(LABEL_VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT);
    }

    /** The preset that a key such as {@code presets.quartz} switches, or null. */
    static String presetOfKey(String key) {
        return key.startsWith(PRESET_PREFIX) ? key.substring(PRESET_PREFIX.length()) : null;
    }

    /** The preset that a variable such as {@code JOBLENS_PRESETS_SPRING_SCHEDULED} switches, or null. */
    static String presetOfVariable(String variable) {
        if (!variable.startsWith(PRESET_VARIABLE_PREFIX)) return null;
        return variable.substring(PRESET_VARIABLE_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /** Whether options stand below a name such as {@code http}, as a map in YAML. */
    static boolean isSection(String name) {
        String prefix = name + ".";
        for (Option option : ALL) {
            if (option.key.startsWith(prefix)) return true;
        }
        return false;
    }
}
