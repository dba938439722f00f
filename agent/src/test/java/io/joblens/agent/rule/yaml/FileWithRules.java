package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Sources;
import io.joblens.agent.rule.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A configuration file, the rules in it, and what was said of them. */
final class FileWithRules {
    final RuleSet rules;
    final List<String> problems = new ArrayList<>();

    FileWithRules(Path folder, String text) {
        Path file = folder.resolve("joblens.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties properties = new Properties();
        properties.setProperty("joblens.config", file.toString());
        List<String> said = new ArrayList<>();
        Configuration configuration = Configuration.load(null, new Sources(properties, Map.of()), said::add);
        rules = RuleFile.read(configuration.rules(), configuration.annotations(), said::add);
        said.forEach(line -> problems.add(line.replace(file.toString(), "joblens.yaml")));
    }
}
