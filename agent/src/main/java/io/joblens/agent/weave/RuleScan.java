package io.joblens.agent.weave;

import io.joblens.agent.rule.MethodPattern;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rules that could mean something in a class, from the class's name and its constant pool. A rule is found by one
 * thing only: the exact name of its class, else the package its classes are in, else a string that stands in their constant
 * pool; so what a class costs does not grow with the number of rules. Immutable.
 */
final class RuleScan {
    private final ConstantPool pool;
    /** How many of the needles are annotations. */
    private final int annotations;
    /** The rules of each needle, by its place behind those of annotations. */
    private final List<List<PatternRule>> byNeedle = new ArrayList<List<PatternRule>>();

    /** The hash codes of the names below, so that most classes need not be turned into one. */
    private final Hashes names;

    private final PresetScan presets;
    private final Map<String, List<PatternRule>> byClass = new HashMap<String, List<PatternRule>>();
    private final Map<String, List<PatternRule>> byPackage = new HashMap<String, List<PatternRule>>();

    RuleScan(RuleSet rules, Presets presets) {
        List<String> needles = rules.vocabulary().needles();
        annotations = needles.size();
        Map<String, List<PatternRule>> byText = new HashMap<String, List<PatternRule>>();
        for (PatternRule rule : rules.rules()) {
            MethodPattern pattern = rule.pattern();
            if (pattern.exactClass() != null) {
                put(rule, pattern.exactClass(), byClass);
            } else if (pattern.leadingPackage() != null) {
                put(rule, pattern.leadingPackage(), byPackage);
            } else {
                putNeedles(rule, byText, needles);
            }
        }
        this.presets = new PresetScan(presets, needles);
        pool = new ConstantPool(needles);
        names = new Hashes(byClass.keySet(), byPackage.keySet());
    }

    private void putNeedles(PatternRule rule, Map<String, List<PatternRule>> byText, List<String> needles) {
        for (String needle : rule.pattern().needles()) {
            if (put(rule, needle, byText)) {
                needles.add(needle);
                byNeedle.add(byText.get(needle));
            }
        }
    }

    private static boolean put(PatternRule rule, String key, Map<String, List<PatternRule>> into) {
        List<PatternRule> rules = into.get(key);
        boolean first = rules == null;
        if (first) {
            rules = new ArrayList<PatternRule>(1);
            into.put(key, rules);
        }
        rules.add(rule);
        return first;
    }

    /** The rules to look at, often none; {@code null} when there is nothing to look at, no annotation either. */
    List<PatternRule> candidates(String internalName, byte[] file) {
        List<PatternRule> found = byName(internalName);
        BitSet needles = pool.needles(file);
        if (needles == null) {
            return found;
        }
        int first = needles.nextSetBit(0);
        if (found == null && first >= 0 && first < annotations) {
            found = Collections.<PatternRule>emptyList();
        }
        if (isProxy(internalName)) {
            return found;
        }
        for (int i = needles.nextSetBit(annotations);
                i >= 0 && i < annotations + byNeedle.size();
                i = needles.nextSetBit(i + 1)) {
            String dotted = MethodPattern.dotted(internalName);
            for (PatternRule rule : byNeedle.get(i - annotations)) {
                if (rule.pattern().mayMean(dotted) && (found == null || !found.contains(rule))) {
                    found = with(rule, found);
                }
            }
        }
        return presets.with(internalName, needles, found);
    }

    /** Whether only the file of a class tells which rules to look at, and not its name. */
    boolean needsFiles() {
        return !byNeedle.isEmpty() || !presets.isEmpty();
    }

    /** The rules to look at by the name of a class alone; {@code null} when there is none. */
    List<PatternRule> byName(String internalName) {
        if (!names.mayHold(internalName)) {
            return null;
        }
        String dotted = MethodPattern.dotted(internalName);
        List<PatternRule> exact = byClass.get(dotted);
        List<PatternRule> found = exact == null ? null : new ArrayList<PatternRule>(exact);
        if (byPackage.isEmpty() || isProxy(internalName)) {
            return found;
        }
        for (int dot = dotted.indexOf('.'); dot > 0; dot = dotted.indexOf('.', dot + 1)) {
            List<PatternRule> within = byPackage.get(dotted.substring(0, dot));
            for (int i = 0; within != null && i < within.size(); i++) {
                if (within.get(i).pattern().mayMean(dotted)) {
                    found = with(within.get(i), found);
                }
            }
        }
        return found;
    }

    /** Proxies call what they stand for: a call through one would count twice. */
    static boolean isProxy(String internalName) {
        return internalName.contains("$$") || internalName.startsWith("$Proxy", internalName.lastIndexOf('/') + 1);
    }

    static List<PatternRule> with(PatternRule rule, List<PatternRule> rules) {
        List<PatternRule> all = rules == null || rules.isEmpty() ? new ArrayList<PatternRule>() : rules;
        all.add(rule);
        return all;
    }
}
