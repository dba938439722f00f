package io.joblens.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The options of this JVM, each with a right value. Immutable, and safe for use by many threads. */
public final class Configuration {

    private final Object[] values;
    private final Map<String, String> labels;
    private Map<String, String> group = Collections.emptyMap();
    private Map<String, Boolean> presets = Collections.emptyMap();
    private Map<String, String> fieldNames = Collections.emptyMap();
    private boolean isShut;
    private YamlPart rules;
    private YamlPart annotations;

    private Configuration(Object[] values, Map<String, String> labels) {
        this.values = values;
        this.labels = labels;
    }

    /**
     * Reads every source: agent arguments, then system properties, the environment, the YAML file, and the defaults; the
     * first that has a right value for an option decides it. What is wrong is reported and only switches off itself; nothing
     * is thrown.
     *
     * @param agentArguments the text behind {@code =} in {@code -javaagent:}, such as {@code http.port=0,log.format=text}; may
     *     be null
     * @param sources the system properties and environment to read
     * @param problems takes one line for each thing that is wrong, in the order of the sources
     */
    public static Configuration load(String agentArguments, Sources sources, Problems problems) {
        boolean isSilent = (agentArguments == null || agentArguments.isEmpty()) && sources.areSilent();
        if (isSilent) return withDefaults(new Object[Option.all().length], Collections.<String, String>emptyMap());
        Settings settings = new Settings();
        FlatSources.readArguments(agentArguments, settings);
        FlatSources.readProperties(sources.properties(), settings);
        FlatSources.readEnvironment(sources.environment(), settings);
        if (settings.has(Option.CONFIG)) YamlSource.read(settings);
        settings.finish();
        settings.report(problems);
        return of(settings);
    }

    /**
     * Reads every source again. Only what is wrong with the file is reported, since the rest is as it was.
     *
     * @param agentArguments of all agents that were loaded, the latest first; what one says wins over those behind it
     */
    public static Configuration again(List<String> agentArguments, Sources sources, Problems problems) {
        Settings settings = new Settings();
        for (String arguments : agentArguments) FlatSources.readArguments(arguments, settings);
        FlatSources.readProperties(sources.properties(), settings);
        FlatSources.readEnvironment(sources.environment(), settings);
        settings.forgetFindings();
        if (settings.has(Option.CONFIG)) YamlSource.read(settings);
        settings.finish();
        settings.report(problems);
        return of(settings);
    }

    private static Configuration of(Settings settings) {
        Configuration configuration = withDefaults(settings.values(), settings.labels());
        configuration.fieldNames = settings.fieldNames();
        configuration.isShut = settings.isShut();
        configuration.rules = settings.rules();
        configuration.annotations = settings.annotations();
        configuration.group = settings.group();
        configuration.presets = settings.presets();
        return configuration;
    }

    private static Configuration withDefaults(Object[] values, Map<String, String> labels) {
        for (Option option : Option.all()) {
            int at = option.ordinal();
            if (values[at] == null && option.defaultText() != null) {
                values[at] = option.kind().parse(option.defaultText());
            }
        }
        return new Configuration(values, labels);
    }

    /** The value of an option that is true or false; another option is a {@link ClassCastException}. */
    public boolean flag(Option option) {
        return (Boolean) values[option.ordinal()];
    }

    /** The value of an option that takes a whole number; another option is a {@link ClassCastException}. */
    public int number(Option option) {
        return (Integer) values[option.ordinal()];
    }

    /** The value in nanoseconds of an option that takes a duration; another option is a {@link ClassCastException}. */
    public long nanos(Option option) {
        return (Long) values[option.ordinal()];
    }

    /**
     * The value of an option that takes a word, a host, a path or another text, null where it is not set and has no default;
     * another option is a {@link ClassCastException}. Words are in lower case, as listed.
     */
    public String text(Option option) {
        return (String) values[option.ordinal()];
    }

    /** The names of the options that have other values in another configuration. */
    public List<String> differences(Configuration other) {
        List<String> names = new ArrayList<String>();
        for (Option option : Option.all()) {
            Object value = values[option.ordinal()];
            Object theirs = other.values[option.ordinal()];
            if (value == null ? theirs != null : !value.equals(theirs)) names.add(option.key());
        }
        if (!labels.equals(other.labels)) names.add(Option.METRICS_LABELS.key());
        if (!group.equals(other.group)) names.add(Option.PUSH_LABELS.key());
        if (!fieldNames.equals(other.fieldNames)) names.add(Option.LOG_FIELDS.key());
        return names;
    }

    /** The value of an option that takes a list, in its order, empty where it is not set. */
    @SuppressWarnings("unchecked")
    public List<String> list(Option option) {
        Object value = values[option.ordinal()];
        return value == null ? Collections.<String>emptyList() : Collections.unmodifiableList((List<String>) value);
    }

    /** The standard fields that logs name otherwise, with that name, {@code null} where they leave one out; often empty. */
    public Map<String, String> fieldNames() {
        return fieldNames;
    }

    /** Whether an option that closes the endpoint has a wrong value; it must not be served then. */
    public boolean isShut() {
        return isShut;
    }

    /** What the file has under {@code rules}, or {@code null}. */
    public YamlPart rules() {
        return rules;
    }

    /** What the file has under {@code annotations}, or {@code null}. */
    public YamlPart annotations() {
        return annotations;
    }

    /** Whether a preset is on, as all are that nobody switches off. */
    public boolean hasPreset(String name) {
        return !Boolean.FALSE.equals(presets.get(name));
    }

    /** The constant labels, names to values, ordered by name; unmodifiable, often empty. */
    public Map<String, String> labels() {
        return labels;
    }

    /** The labels of the pushed group but for {@code job}, names to values, ordered by name; unmodifiable, often empty. */
    public Map<String, String> group() {
        return group;
    }

    /** Whether a source has said anything of an option that has no default. */
    public boolean has(Option option) {
        return values[option.ordinal()] != null;
    }
}
