package io.joblens.agent.weave;

import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.RejectedRule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.Vocabulary;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A change of the configuration's rules in a JVM that runs: loaded classes that other rules mean now are planned anew and, where
 * that makes a difference, transformed again; a class that none means any more gets its own code back. Not thread-safe, and one
 * at a time.
 */
public final class Reweaving {
    private final Instrumentation instrumentation;
    private final Plans plans;
    private final Sought now;
    private final boolean otherAnnotations;
    /** Finds the classes that new and changed rules may mean; {@code null} when there are none. */
    private final RuleScan added;

    private final Set<Class<?>> seen = Collections.newSetFromMap(new IdentityHashMap<Class<?>, Boolean>());
    private final List<String> woven = new ArrayList<String>();
    private final List<String> unwoven = new ArrayList<String>();
    private final List<String> changed = new ArrayList<String>();
    private final List<String> kept = new ArrayList<String>();

    private Reweaving(Instrumentation instrumentation, Plans plans, Sought before) {
        this.instrumentation = instrumentation;
        this.plans = plans;
        this.now = plans.sought();
        this.otherAnnotations = !now.readsAnnotationsAs(before);
        List<PatternRule> beyond = now.rulesBeyond(before);
        Presets presetsBeyond = now.presets().beyond(before.presets());
        this.added = beyond.isEmpty() && presetsBeyond.all().isEmpty()
                ? null
                : new RuleScan(
                        new RuleSet(beyond, Collections.<RejectedRule>emptyList(), Vocabulary.OURS), presetsBeyond);
    }

    /**
     * Classes that are loaded from now on are held against the new rules.
     *
     * @param rules what the configuration says of methods now, or {@code null} when it says nothing
     */
    public static Reweaving to(RuleSet rules, Presets presets, Weaver weaver, Instrumentation instrumentation) {
        Sought before = weaver.plans().swap(rules, presets);
        return new Reweaving(instrumentation, weaver.plans(), before);
    }

    /**
     * Weaves the classes that are loaded, those only that a look before this one has not seen. A class that is defined in
     * this very moment may have met the rules of before, and not be seen yet; so one looks again a little later.
     */
    public void look() {
        ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            ClassLoader loader = type.getClassLoader();
            if (loader != null && loader != platform && !type.isArray() && seen.add(type)) {
                try {
                    look(type, loader);
                } catch (Throwable thrown) {
                    Reports.say(type.getName() + " keeps the rules it was woven by: " + thrown);
                }
            }
        }
    }

    /** Names of classes that had nothing woven into them before. */
    public List<String> woven() {
        return woven;
    }

    /** Names of classes that have their own code again. */
    public List<String> unwoven() {
        return unwoven;
    }

    /** Names of classes that are woven by other rules than before. */
    public List<String> changed() {
        return changed;
    }

    /** Names of classes that rules of the configuration mean as before. */
    public List<String> kept() {
        return kept;
    }

    private void look(Class<?> type, ClassLoader loader) throws Exception {
        String className = type.getName();
        String internalName = className.replace('.', '/');
        ClassPlan before = plans.known(loader, className);
        byte[] file = null;
        if (!isOfOtherRules(before)) {
            file = fileIfMeant(loader, internalName);
            if (file == null) {
                return;
            }
        }
        if (!instrumentation.isModifiableClass(type)) {
            return;
        }
        file = file == null ? LoadedClasses.fileOf(loader, internalName) : file;
        ClassPlan none = new ClassPlan(now);
        ClassPlan after = file != null
                ? plans.planAnew(loader, internalName, file)
                : before == null ? none : plans.planWithoutFile(loader, className);
        weave(type, before == null ? none : before, after);
    }

    private void weave(Class<?> type, ClassPlan before, ClassPlan after) throws Exception {
        if (before.weavesAs(after)) {
            if (!after.isEmpty()) {
                kept.add(type.getName());
            }
            return;
        }
        instrumentation.retransformClasses(type);
        plans.retire(before, after);
        (before.isEmpty() ? woven : after.isEmpty() ? unwoven : changed).add(type.getName());
    }

    private boolean isOfOtherRules(ClassPlan known) {
        return known != null && !plans.isOfNow(known) && (otherAnnotations || !known.matched.isEmpty());
    }

    /** The file of a class that could have something new to it; {@code null} for most classes, the fewest of which are read. */
    private byte[] fileIfMeant(ClassLoader loader, String internalName) {
        boolean named = added != null && added.byName(internalName) != null;
        if (!named && !otherAnnotations && (added == null || !added.needsFiles())) {
            return null;
        }
        byte[] file = LoadedClasses.fileOf(loader, internalName);
        if (file == null || named || otherAnnotations && now.isMatch(loader, internalName, file)) {
            return file;
        }
        List<PatternRule> candidates = added == null ? null : added.candidates(internalName, file);
        return candidates == null || candidates.isEmpty() ? null : file;
    }
}
