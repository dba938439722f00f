package io.joblens.agent.weave;

import io.joblens.agent.rule.AnnotatedClass;
import io.joblens.agent.rule.ClassRules;
import io.joblens.agent.rule.ClassShape;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.Types;
import io.joblens.agent.rule.Vocabulary;
import io.joblens.agent.rule.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is looked for in classes, and what was found of it: annotations, and what the configuration says. The weaver swaps it
 * for another one when the configuration changes. Thread-safe.
 */
final class Sought {
    private static final List<PatternRule> NONE = Collections.<PatternRule>emptyList();

    /** {@code null} where the configuration has no rules; then nothing of theirs is loaded. */
    private final RuleSet rules;

    private final int edition;
    private final Presets presets;
    private final RuleScan scan;
    /** What is looked for where the configuration has no rules; else {@code null}, as is the next one. */
    private final ConstantPool pool;

    private final PresetScan presetScan;
    private Types types;
    private WovenRules woven;

    private Sought(int edition, RuleSet rules, Presets presets, Types types) {
        this.edition = edition;
        this.rules = rules;
        this.presets = presets;
        this.types = types;
        if (rules != null) {
            scan = new RuleScan(rules, presets);
            pool = null;
            presetScan = null;
            return;
        }
        List<String> needles = Word.needles();
        scan = null;
        presetScan = new PresetScan(presets, needles);
        pool = new ConstantPool(needles);
    }

    /** @param rules what the configuration says of methods, or {@code null} when it says nothing */
    static Sought of(RuleSet rules, Presets presets) {
        return new Sought(1, rules, presets, null);
    }

    /** What is looked for from now on; what was found stays until its class is planned anew. */
    synchronized Sought next(RuleSet nextRules, Presets nextPresets) {
        Sought next = new Sought(edition + 1, nextRules, nextPresets.after(presets), types);
        next.woven = woven().next(patternRules(), next.patternRules());
        return next;
    }

    /** Grows with every change. */
    int edition() {
        return edition;
    }

    RuleSet rules() {
        return rules;
    }

    Presets presets() {
        return presets;
    }

    /** What was woven so far, for whoever asks. */
    synchronized WovenRules woven() {
        if (woven == null) {
            woven = new WovenRules();
        }
        return woven;
    }

    boolean isMatch(ClassLoader loader, String internalName, byte[] file) {
        return scan == null ? pool.holdsNeedle(file) : candidates(loader, internalName, file) != null;
    }

    /** What means something in a class. */
    ClassRules rulesOf(ClassLoader loader, String internalName, byte[] file, List<String> problems) {
        String className = internalName.replace('/', '.');
        ClassRules found = new ClassRules(
                rules == null
                        ? AnnotatedClass.read(className, file, problems)
                        : AnnotatedClass.read(className, file, rules.vocabulary(), problems));
        List<PatternRule> candidates = candidates(loader, internalName, file);
        if (candidates != null && !candidates.isEmpty()) {
            ClassShape shape = ClassShape.read(file);
            found.add(candidates, shape, loader, types());
            woven().seen(candidates, found.matched(), shape);
        }
        return found;
    }

    /** Whether annotations mean the same to both. */
    boolean readsAnnotationsAs(Sought other) {
        return vocabulary().isSame(other.vocabulary());
    }

    /** The rules that are not among those of another one: new ones, and changed ones. */
    List<PatternRule> rulesBeyond(Sought other) {
        Map<String, PatternRule> known = other.rulesBySaying();
        List<PatternRule> beyond = new ArrayList<PatternRule>();
        for (PatternRule rule : patternRules()) {
            if (!known.containsKey(rule.says())) {
                beyond.add(rule);
            }
        }
        return beyond;
    }

    /** The rules of the configuration, by what they say. */
    Map<String, PatternRule> rulesBySaying() {
        Map<String, PatternRule> bySaying = new HashMap<String, PatternRule>();
        for (PatternRule rule : patternRules()) {
            bySaying.put(rule.says(), rule);
        }
        return bySaying;
    }

    /** The rules that could mean something in the class; {@code null} when neither they nor its annotations do. */
    private List<PatternRule> candidates(ClassLoader loader, String internalName, byte[] file) {
        if (scan == null) {
            return presetScan.with(internalName, pool.needles(file), NONE);
        }
        // The JDK's own libraries have no jobs, and are loaded while others hold locks.
        return loader == Weaver.class.getClassLoader().getParent() ? null : scan.candidates(internalName, file);
    }

    private synchronized Types types() {
        if (types == null) {
            types = new Types();
        }
        return types;
    }

    /** Those of the configuration, and those of the presets that found their framework. */
    private List<PatternRule> patternRules() {
        List<PatternRule> all = new ArrayList<PatternRule>(rules == null ? NONE : rules.rules());
        all.addAll(presets.activeRules());
        return all;
    }

    private Vocabulary vocabulary() {
        return rules == null ? Vocabulary.OURS : rules.vocabulary();
    }
}
