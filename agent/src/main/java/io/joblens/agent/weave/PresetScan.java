package io.joblens.agent.weave;

import io.joblens.agent.rule.MethodPattern;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.weave.Presets.Preset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the presets that could mean something in a class, by the needles that were looked for in it. Immutable. */
final class PresetScan {
    private final List<Preset> presets = new ArrayList<Preset>();
    /** Where the needles of each preset stand among all that are looked for. */
    private final List<BitSet> places = new ArrayList<BitSet>();

    /** @param needles what is looked for anyway; those of the presets are added */
    PresetScan(Presets all, List<String> needles) {
        for (Preset preset : all.all()) {
            if (preset.isOn()) {
                presets.add(preset);
                places.add(places(preset, needles));
            }
        }
    }

    private static BitSet places(Preset preset, List<String> needles) {
        BitSet places = new BitSet();
        for (String needle : preset.needles()) {
            if (!needles.contains(needle)) {
                needles.add(needle);
            }
            places.set(needles.indexOf(needle));
        }
        return places;
    }

    boolean isEmpty() {
        return presets.isEmpty();
    }

    /**
     * Adds the rules to look at for a class; they come last, because whatever users say comes first.
     *
     * @param found the places of the needles the class has, or {@code null}
     * @param others the other rules to look at, which may be {@code null}; returned as they are when there is nothing to add
     */
    List<PatternRule> with(String internalName, BitSet found, List<PatternRule> others) {
        List<PatternRule> all = others;
        for (int i = 0; found != null && i < presets.size(); i++) {
            if (places.get(i).intersects(found) && !RuleScan.isProxy(internalName)) {
                all = with(presets.get(i).activate(), MethodPattern.dotted(internalName), all);
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
