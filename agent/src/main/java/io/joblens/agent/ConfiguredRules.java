package io.joblens.agent;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Problems;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.yaml.RuleFile;

/** What a configuration says of methods. */
final class ConfiguredRules {
    private ConfiguredRules() {}

    /** {@code null} without rules in the file; then none of the classes that read them is loaded. */
    static RuleSet of(Configuration configuration, Problems problems) {
        if (configuration.rules() == null && configuration.annotations() == null) {
            return null;
        }
        return RuleFile.read(configuration.rules(), configuration.annotations(), problems);
    }
}
