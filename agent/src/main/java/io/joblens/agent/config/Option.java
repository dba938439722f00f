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
    HTTP_PORT_ATTEMPTS(
            "http.port-attempts",
            "1",
            Kind.number(1, 1000),
            null,
            "Ports that are tried, beginning with http.port, until one is free."),
    HTTP_PORT_FILE(
            "http.port-file",
            null,
            Kind.FILE,
            null,
            "File that holds the port while the endpoint listens; it is removed when the JVM ends."),
    HTTP_WEB_CONFIG(
            "http.web-config",
            null,
            Kind.WEB_CONFIG,
            null,
            "File in the format of Prometheus' exporters that asks for users, certificates and TLS; read again when it changes."),
    HTTP_TOKEN(
            "http.token",
            null,
            Kind.TOKEN,
            null,
            "Bearer token that opens the endpoint, which then asks for credentials; better in a file."),
    HTTP_TOKEN_FILE(
            "http.token-file",
            null,
            Kind.TOKEN_FILE,
            null,
            "File that holds such a token; read again when it changes."),
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
    LOG_APPLICATION(
            "log.application",
            "context",
            Kind.words("off, context or json", "off", "context", "json"),
            null,
            "What becomes of the application's log lines: off leaves them alone, context lets the fields of a job join their"
                    + " events, json also writes them as JSON."),
    LOG_FIELDS(
            "log.fields",
            null,
            Kind.FIELDS,
            null,
            "Names that standard fields have in all logs instead of their own, false leaving one out: a map in YAML, elsewhere"
                    + " one option each such as log.fields.job_id=job.id."),
    LOG_MASK(
            "log.mask",
            null,
            Kind.SECRETS,
            null,
            "Fields whose values are shown as ***, besides those whose names look secret: names, patterns with *, and -name for"
                    + " one that is not secret; with : between them where the source has no lists."),
    LOG_HASH(
            "log.hash",
            null,
            Kind.HASHED,
            null,
            "Fields whose values are shown as a salted hash: names, with : between them where the source has no lists."),
    LOG_HASH_SALT(
            "log.hash-salt",
            null,
            Kind.SALT,
            null,
            "Salt of these hashes, the same in all JVMs whose logs are to be compared; without one each JVM makes its own."),
    CONTEXT_FOLLOW(
            "context.follow",
            "true",
            Kind.FLAG,
            null,
            "Whether the tasks and threads that a job hands work to belong to the job."),
    METRICS_EXEMPLARS(
            "metrics.exemplars",
            "true",
            Kind.FLAG,
            null,
            "Whether OpenMetrics shows the id of a recent job for each bucket of a histogram, to those who may see ids."),
    METRICS_JVM(
            "metrics.jvm",
            "true",
            Kind.FLAG,
            null,
            "Whether the JVM and its process are among the metrics: memory, processor, garbage collections, threads."),
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
    PUSH_URL(
            "push.url",
            null,
            Kind.URL,
            null,
            "URL of a Pushgateway that gets the metrics when the JVM ends, such as http://push.internal:9091."),
    PUSH_JOB(
            "push.job",
            null,
            Kind.NAME,
            null,
            "Name of the pushed group, its label job; without one, the main class or the JAR without its version."),
    PUSH_LABELS(
            "push.labels",
            null,
            Kind.GROUP,
            null,
            "More labels of the pushed group: a map in YAML, elsewhere one option each such as push.labels.instance=worker-1."),
    PUSH_USER("push.user", null, Kind.NAME, null, "User for the basic authentication of the Pushgateway."),
    PUSH_PASSWORD("push.password", null, Kind.PASSWORD, null, "That user's password."),
    PUSH_PASSWORD_FILE(
            "push.password-file",
            null,
            Kind.PASSWORD_FILE,
            null,
            "Path of a file with that password, in place of push.password; read at every push."),
    PUSH_INTERVAL(
            "push.interval",
            null,
            Kind.DURATION,
            null,
            "Time between pushes while the JVM runs, such as 1m; without one there is only the last push."),
    PUSH_TIMEOUT(
            "push.timeout",
            "5s",
            Kind.DURATION,
            null,
            "Longest that the end of the JVM waits for the last push and the last snapshot, all attempts together."),
    SNAPSHOT_FILE(
            "snapshot.file",
            null,
            Kind.FILE,
            null,
            "Path of a file that gets the last /api/metrics when the JVM ends."),
    SNAPSHOT_LOG(
            "snapshot.log",
            "false",
            Kind.FLAG,
            null,
            "Whether the last /api/metrics is written as a log line when the JVM ends."),
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
        sections.add(LOG_FIELDS.key);
        sections.add(METRICS_LABELS.key);
        sections.add(PUSH_LABELS.key);
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

    /** The map that a key such as {@code metrics.labels.region} sets an entry of, or null. */
    static Option mapOfKey(String key) {
        for (Option option : ALL) {
            if (option.kind.isMap() && isBelow(key, option.key, '.')) return option;
        }
        return null;
    }

    /** The map that a variable such as {@code JOBLENS_METRICS_LABELS_REGION} sets an entry of, or null. */
    static Option mapOfVariable(String variable) {
        for (Option option : ALL) {
            if (option.kind.isMap() && isBelow(variable, option.variable(), '_')) return option;
        }
        return null;
    }

    private static boolean isBelow(String name, String above, char separator) {
        return name.startsWith(above) && name.length() > above.length() && name.charAt(above.length()) == separator;
    }

    /** The entry that a key sets in this map. */
    String entryOfKey(String key) {
        return key.substring(this.key.length() + 1);
    }

    /** The entry that a variable sets in this map; always in lower case, and with dashes where entries have them. */
    String entryOfVariable(String variable) {
        String entry = variable.substring(variable().length() + 1).toLowerCase(Locale.ROOT);
        return this == PRESETS ? entry.replace('_', '-') : entry;
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
