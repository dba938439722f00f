package io.joblens.agent.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Reads the sources that are flat lists of names and values: agent arguments, system properties, the environment. */
final class FlatSources {

    private FlatSources() {}

    /** Reads {@code name=value} pieces with commas between; a piece that is a path to a YAML file is {@code config}. */
    static void readArguments(String arguments, Settings settings) {
        if (arguments == null) return;
        Set<String> seen = new HashSet<String>();
        for (int start = 0; start <= arguments.length(); ) {
            int comma = arguments.indexOf(',', start);
            int end = comma < 0 ? arguments.length() : comma;
            readArgument(arguments, start, end, seen, settings);
            start = end + 1;
        }
    }

    private static void readArgument(String arguments, int start, int end, Set<String> seen, Settings settings) {
        int first = start;
        while (first < end && arguments.charAt(first) <= ' ') first++;
        if (first == end) return;
        String place = argumentPlace(first);
        int equals = arguments.indexOf('=', first);
        if (equals < 0 || equals >= end) {
            readLoneArgument(arguments.substring(first, end).trim(), place, seen, settings);
            return;
        }
        String name = arguments.substring(first, equals).trim();
        if (!seen.add(name)) {
            settings.twice(optionBehind(name), name, place);
            return;
        }
        int value = equals + 1;
        while (value < end && arguments.charAt(value) <= ' ') value++;
        readNamed(name, arguments.substring(value, end), place, argumentPlace(value), settings);
    }

    private static void readLoneArgument(String argument, String place, Set<String> seen, Settings settings) {
        if (argument.endsWith(".yaml") || argument.endsWith(".yml")) {
            if (seen.add(Option.CONFIG.key())) {
                settings.offer(Option.CONFIG, argument, place);
            } else {
                settings.twice(Option.CONFIG, Option.CONFIG.key(), place);
            }
            return;
        }
        Option option = Option.withKey(argument);
        if (option != null) {
            settings.refuse(option, "empty", place);
            return;
        }
        settings.trouble(
                Excerpt.of(argument) + " has no value; an argument is name=value such as http.port=0, or the path of a"
                        + " .yaml file; it is left out",
                place);
    }

    private static String argumentPlace(int index) {
        return "agent argument, column " + (index + 1);
    }

    /** Reads all properties that start with {@code joblens.}; what is no string is not one of them. */
    static void readProperties(Properties properties, Settings settings) {
        Map<String, String> ours;
        try {
            ours = ourProperties(properties);
        } catch (RuntimeException denied) {
            settings.trouble("they cannot be read; a security manager may deny it; using none", "system properties");
            return;
        }
        for (Map.Entry<String, String> property : ours.entrySet()) {
            String name = property.getKey().substring(Option.PROPERTY_PREFIX.length());
            String place = "system property " + Excerpt.of(property.getKey());
            readNamed(name, property.getValue(), place, place, settings);
        }
    }

    private static Map<String, String> ourProperties(Properties properties) {
        Map<String, String> ours = new TreeMap<String, String>();
        for (String name : properties.stringPropertyNames()) {
            if (!name.startsWith(Option.PROPERTY_PREFIX) || Announcement.isProperty(name)) continue;
            String value = properties.getProperty(name);
            // Another thread may have removed it meanwhile.
            if (value != null) ours.put(name, value);
        }
        return ours;
    }

    private static void readNamed(String name, String value, String namePlace, String valuePlace, Settings settings) {
        Option option = Option.withKey(name);
        if (option != null) {
            settings.offer(option, value, valuePlace);
            return;
        }
        Option map = Option.mapOfKey(name);
        if (map != null) {
            settings.offerEntry(map, map.entryOfKey(name), value, namePlace, valuePlace);
            return;
        }
        settings.unknown(name, Option.keys(), namePlace);
    }

    private static Option optionBehind(String name) {
        Option map = Option.mapOfKey(name);
        return map == null ? Option.withKey(name) : map;
    }

    /** Reads all variables that start with {@code JOBLENS_}, then the seed's names for what is still open. */
    static void readEnvironment(Map<String, String> environment, Settings settings) {
        try {
            readPrefixedVariables(ourVariables(environment), settings);
            readSeedVariables(environment, settings);
        } catch (RuntimeException denied) {
            settings.trouble("it cannot be read; a security manager may deny it; using nothing of it", "environment");
        }
    }

    /** An empty variable is as good as none: that is how launch scripts and manifests leave one out. */
    private static Map<String, String> ourVariables(Map<String, String> environment) {
        Map<String, String> ours = new TreeMap<String, String>();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (!variable.getKey().startsWith(Option.VARIABLE_PREFIX)) continue;
            if (!isBlank(variable.getValue())) ours.put(variable.getKey(), variable.getValue());
        }
        return ours;
    }

    private static void readPrefixedVariables(Map<String, String> variables, Settings settings) {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            String name = variable.getKey();
            String place = "environment " + Excerpt.of(name);
            Option option = Option.withVariable(name);
            Option map = Option.mapOfVariable(name);
            if (option != null) {
                settings.offer(option, variable.getValue(), place);
            } else if (map != null) {
                settings.offerEntry(map, map.entryOfVariable(name), variable.getValue(), place, place);
            } else if (!isServiceLink(name, variable.getValue())) {
                settings.unknown(name, Option.variables(), place);
            }
        }
    }

    /** Kubernetes gives each pod such variables for a Service that is named joblens or joblens-something. */
    private static boolean isServiceLink(String name, String value) {
        return name.endsWith("_SERVICE_HOST")
                || name.contains("_SERVICE_PORT")
                || name.contains("_TCP")
                || name.contains("_UDP")
                || value.startsWith("tcp://")
                || value.startsWith("udp://");
    }

    /** These belong to the application too, so they are not even looked at once a name of ours has decided. */
    private static void readSeedVariables(Map<String, String> environment, Settings settings) {
        for (Option option : Option.all()) {
            if (option.seedVariable() == null || settings.has(option)) continue;
            String value = environment.get(option.seedVariable());
            if (!isBlank(value)) settings.offer(option, value, "environment " + option.seedVariable());
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.trim().isEmpty();
    }
}
