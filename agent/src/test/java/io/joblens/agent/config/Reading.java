package io.joblens.agent.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The sources of one load, and the problems it reported. */
final class Reading {

    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private String arguments;
    private String file = "";

    static Reading of() {
        return new Reading();
    }

    Reading arguments(String text) {
        arguments = text;
        return this;
    }

    Reading property(String name, String value) {
        properties.setProperty(name, value);
        return this;
    }

    Reading variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Puts a file where {@code config} finds it; problems name it plainly {@code joblens.yaml}. */
    Reading yaml(Path folder, String text) {
        return yaml(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    Reading yaml(Path folder, byte[] bytes) {
        Path path = folder.resolve("joblens.yaml");
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(path);
    }

    Reading file(Path path) {
        file = path.toString();
        return property("joblens.config", file);
    }

    Configuration load() {
        problems.clear();
        return Configuration.load(arguments, new Sources(properties, environment), problems::add);
    }

    List<String> problems() {
        load();
        return file.isEmpty()
                ? problems
                : problems.stream()
                        .map(line -> line.replace(file, "joblens.yaml"))
                        .toList();
    }
}
