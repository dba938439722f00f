package io.joblens.agent.config;

import java.util.Map;
import java.util.Properties;

/** What a JVM has to read options from, besides the agent arguments. Nothing is copied; it is read during the load only. */
public final class Sources {

    private final Properties properties;
    private final Map<String, String> environment;

    /**
     * Names the sources to read.
     *
     * @param properties the system properties, or null where they may not be read
     * @param environment the environment variables, or null where they may not be read
     */
    public Sources(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** The sources of this JVM; what a security manager denies becomes a problem of the load. */
    public static Sources ofThisJvm() {
        return new Sources(readableProperties(), readableEnvironment());
    }

    private static Properties readableProperties() {
        try {
            return System.getProperties();
        } catch (SecurityException denied) {
            return null;
        }
    }

    private static Map<String, String> readableEnvironment() {
        try {
            return System.getenv();
        } catch (SecurityException denied) {
            return null;
        }
    }

    /**
     * Whether no name in here is one of ours. Most JVMs that an agent is put on are configured by nothing at all; this spares
     * them the classes that read, which are most of what a load costs.
     */
    boolean areSilent() {
        try {
            return haveNoProperty() && haveNoVariable();
        } catch (RuntimeException denied) {
            return false;
        }
    }

    private boolean haveNoProperty() {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(Option.PROPERTY_PREFIX)) return false;
        }
        return true;
    }

    private boolean haveNoVariable() {
        for (String name : environment.keySet()) {
            if (name.startsWith(Option.VARIABLE_PREFIX)) return false;
        }
        for (Option option : Option.all()) {
            if (option.seedVariable() != null && environment.containsKey(option.seedVariable())) return false;
        }
        return true;
    }

    Properties properties() {
        return properties;
    }

    Map<String, String> environment() {
        return environment;
    }
}
