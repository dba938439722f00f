package io.joblens.agent.weave;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.PresetIndex;
import io.joblens.agent.config.Problems;
import io.joblens.agent.rule.MethodPattern;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.yaml.PresetFile;
import io.joblens.bootstrap.report.Reports;
import java.util.ArrayList;
import java.util.BitSet;
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
        /** Where its needles stand among those that are looked for. */
        private final int[] places;

        private List<PatternRule> rules;

        private Preset(String name, List<String> needles, boolean on) {
            this.name = name;
            this.needles = needles;
            this.places = new int[needles.size()];
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

        private synchronized List<PatternRule> activate() {
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

        private boolean isAmong(BitSet found) {
            for (int place : places) {
                if (found.get(place)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Adds the needles to those that are looked for anyway. */
    void addNeedles(List<String> all) {
        for (Preset preset : presets) {
            for (int i = 0; preset.on && i < preset.places.length; i++) {
                String needle = preset.needles.get(i);
                if (!all.contains(needle)) {
                    all.add(needle);
                }
                preset.places[i] = all.indexOf(needle);
            }
        }
    }

    /**
     * Adds the rules to look at for a class; they come last, because whatever users say comes first.
     *
     * @param found the places of the needles the class has, or {@code null}
     * @param others the other rules to look at, which may be {@code null}; returned as they are when there is nothing to add
     */
    List<PatternRule> addCandidates(String internalName, BitSet found, List<PatternRule> others) {
        List<PatternRule> all = others;
        for (int i = 0; found != null && i < presets.size(); i++) {
            Preset preset = presets.get(i);
            if (preset.on && preset.isAmong(found) && !RuleScan.isProxy(internalName)) {
                all = with(preset.activate(), MethodPattern.dotted(internalName), all);
            }
        }
        return all;
    }

    private static List<PatternRule> with(List<PatternRule> rules, String dottedName, List<PatternRule> others) {
        List<PatternRule> all = others;
        for (PatternRule rule : rules) {
            if (rule.pattern().mayMean(dottedName)) {
                all = RuleScan.with(rule, all);
            }
        }
        return all;
    }
}
