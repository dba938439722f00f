package io.joblens.agent.weave;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.PresetIndex;
import io.joblens.agent.config.Problems;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.yaml.PresetFile;
import io.joblens.bootstrap.report.Reports;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The presets: rules for frameworks that come with the agent. At the start only their names and needles are known; the file
 * of a preset is read when a class has one of its needles, so a JVM without the framework never does. Thread-safe.
 */
public final class Presets {
    private final List<Preset> presets = new ArrayList<Preset>();

    private Presets() {}

    /** None at all. */
    static Presets none() {
        return new Presets();
    }

    /** All that the configuration does not switch off, which are known as such. */
    public static Presets of(Configuration configuration) {
        Presets presets = new Presets();
        PresetIndex index = PresetIndex.read();
        for (int i = 0; i < index.names().size(); i++) {
            String name = index.names().get(i);
            presets.presets.add(new Preset(name, index.needles(i), configuration.hasPreset(name)));
        }
        return presets;
    }

    /** All of them, in the order of their names. */
    public List<Preset> all() {
        return presets;
    }

    /** One of them. */
    public static final class Preset {
        private final String name;
        private final boolean on;
        private final List<String> needles;
        private List<PatternRule> rules;

        private Preset(String name, List<String> needles, boolean on) {
            this.name = name;
            this.needles = needles;
            this.on = on;
        }

        public String name() {
            return name;
        }

        /** Whether the configuration leaves it on. */
        public boolean isOn() {
            return on;
        }

        /** Its rules once a class had one of its needles; {@code null} as long as it waits for one. */
        public synchronized List<PatternRule> rules() {
            return rules;
        }

        List<String> needles() {
            return needles;
        }

        synchronized List<PatternRule> activate() {
            if (rules == null) {
                // Whatever goes wrong must not be tried again for each class.
                rules = Collections.emptyList();
                rules = PresetFile.named(name).rules(new Problems() {
                    @Override
                    public void report(String line) {
                        Reports.say(line);
                    }
                });
            }
            return rules;
        }

        private synchronized void activateAs(Preset before) {
            rules = before.rules();
        }
    }

    /** The rules of those that found their framework. */
    public List<PatternRule> activeRules() {
        List<PatternRule> all = new ArrayList<PatternRule>();
        for (Preset preset : presets) {
            List<PatternRule> active = preset.rules();
            if (active != null) {
                all.addAll(active);
            }
        }
        return all;
    }

    /** These, of which those that are on found what the same ones of before had found. */
    Presets after(Presets before) {
        for (Preset preset : presets) {
            Preset same = before.named(preset.name);
            if (preset.on && same != null) {
                preset.activateAs(same);
            }
        }
        return this;
    }

    /** Those that are on and were not before. */
    Presets beyond(Presets before) {
        Presets beyond = new Presets();
        for (Preset preset : presets) {
            Preset same = before.named(preset.name);
            if (preset.on && (same == null || !same.on)) {
                beyond.presets.add(preset);
            }
        }
        return beyond;
    }

    private Preset named(String name) {
        for (Preset preset : presets) {
            if (preset.name.equals(name)) {
                return preset;
            }
        }
        return null;
    }
}
