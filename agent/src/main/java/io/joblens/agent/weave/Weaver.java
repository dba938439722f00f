package io.joblens.agent.weave;

import io.joblens.agent.rule.AnnotatedClass;
import io.joblens.agent.rule.ClassRules;
import io.joblens.agent.rule.ClassShape;
import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.Types;
import io.joblens.agent.rule.Vocabulary;
import io.joblens.agent.rule.Word;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Decides for every class that is loaded whether it is woven. The decision costs microseconds and touches nothing of Byte
 * Buddy; a JVM in which nothing matches never loads it. Thread-safe; nothing is thrown into class loading.
 */
public final class Weaver implements ClassFileTransformer {
    private static final List<PatternRule> NONE = Collections.<PatternRule>emptyList();

    private final Probes probes;
    private final ConstantPool pool = new ConstantPool(Word.needles());
    private final Map<String, ClassHook> hooks = new HashMap<String, ClassHook>();
    /** What was woven, so that classes which are transformed again keep their probes. */
    private final Map<ClassLoader, Map<String, ClassPlan>> plans =
            new WeakHashMap<ClassLoader, Map<String, ClassPlan>>();

    private final HidingLoaders hidingLoaders;
    /** {@code null} where the configuration has no rules; then nothing of theirs is loaded. */
    private final RuleScan scan;

    private final Vocabulary vocabulary;
    private final Types types;
    private WovenRules woven;
    private ClassWeaver weaver;

    /** @param hooks classes of libraries that are woven by name */
    public Weaver(Probes probes, List<ClassHook> hooks, Instrumentation instrumentation) {
        this(probes, hooks, null, instrumentation);
    }

    /** @param rules what the configuration says of methods, or {@code null} when it says nothing */
    public Weaver(Probes probes, List<ClassHook> hooks, RuleSet rules, Instrumentation instrumentation) {
        this.scan = rules == null ? null : new RuleScan(rules);
        this.vocabulary = rules == null ? null : rules.vocabulary();
        this.types = rules == null ? null : new Types();
        this.probes = probes;
        this.hidingLoaders = new HidingLoaders(instrumentation);
        for (ClassHook hook : hooks) {
            this.hooks.put(hook.internalName(), hook);
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String internalName, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (loader == null || internalName == null || loader == Weaver.class.getClassLoader()) {
            return null;
        }
        ClassHook hook = hooks.get(internalName);
        boolean opened = hidingLoaders.isOpened(redefined);
        List<PatternRule> candidates =
                scan == null || hook != null || opened ? NONE : candidates(loader, internalName, file);
        if (hook == null && !opened && (candidates == null || scan == null && !pool.holdsNeedle(file))) {
            return null;
        }
        try {
            if (opened) {
                return weaver().weaveLoader(internalName.replace('/', '.'), file, loader);
            }
            return hidingLoaders.seesRuntime(loader)
                    ? weave(loader, internalName.replace('/', '.'), file, hook, candidates)
                    : null;
        } catch (Throwable thrown) {
            Reports.say(internalName.replace('/', '.') + " could not be woven and is not measured: " + thrown);
            return null;
        }
    }

    /** The rules that could mean something in the class; {@code null} when neither they nor its annotations do. */
    private List<PatternRule> candidates(ClassLoader loader, String internalName, byte[] file) {
        // The JDK's own libraries have no jobs, and are loaded while others hold locks.
        return loader == Weaver.class.getClassLoader().getParent() ? null : scan.candidates(internalName, file);
    }

    private byte[] weave(
            ClassLoader loader, String className, byte[] file, ClassHook hook, List<PatternRule> candidates) {
        if (hook != null) {
            TypeDescription type = weaver().describe(className, file, loader);
            return weaver().weave(type, file, loader, hook);
        }
        List<String> problems = new ArrayList<String>();
        ClassRules rules = rules(loader, className, file, candidates, problems);
        byte[] result = null;
        if (!rules.rules().isEmpty() || !rules.gauges().isEmpty()) {
            TypeDescription type = weaver().describe(className, file, loader);
            ClassPlan plan = plan(loader, type, rules, problems);
            result = plan.isEmpty() ? null : weaver().weave(type, file, loader, plan);
        }
        for (String problem : problems) {
            Reports.sayOnce(problem, problem);
            woven().problem(problem);
        }
        return result;
    }

    private ClassRules rules(
            ClassLoader loader, String className, byte[] file, List<PatternRule> candidates, List<String> problems) {
        if (scan == null) {
            return new ClassRules(AnnotatedClass.read(className, file, problems));
        }
        ClassRules rules = new ClassRules(AnnotatedClass.read(className, file, vocabulary, problems));
        if (!candidates.isEmpty()) {
            ClassShape shape = ClassShape.read(file);
            rules.add(candidates, shape, loader, types);
            woven().seen(candidates, rules.matched(), shape);
        }
        return rules;
    }

    /** No lock is held while a plan is made: describing classes calls their loader, which may have locks of its own. */
    private ClassPlan plan(ClassLoader loader, TypeDescription type, ClassRules rules, List<String> problems) {
        ClassPlan known = known(loader, type.getName());
        return known != null ? known : keep(loader, type, rules, newPlan(type, rules, problems));
    }

    private synchronized ClassPlan known(ClassLoader loader, String className) {
        Map<String, ClassPlan> ofLoader = plans.get(loader);
        return ofLoader == null ? null : ofLoader.get(className);
    }

    /** Of threads that define the same class at once, one makes the plan that counts, and registers the gauges. */
    private synchronized ClassPlan keep(ClassLoader loader, TypeDescription type, ClassRules rules, ClassPlan plan) {
        Map<String, ClassPlan> ofLoader = plans.get(loader);
        if (ofLoader == null) {
            ofLoader = new HashMap<String, ClassPlan>();
            plans.put(loader, ofLoader);
        }
        ClassPlan first = ofLoader.get(type.getName());
        if (first != null) {
            return first;
        }
        for (GaugeRule gauge : rules.gauges()) {
            plan.gauges.put(gauge, probes.gauge(gauge, type.getName(), loader, plan.hasInitializer));
        }
        woven().add(type.getName(), loader, plan, rules);
        ofLoader.put(type.getName(), plan);
        return plan;
    }

    private ClassPlan newPlan(TypeDescription type, ClassRules all, List<String> problems) {
        ClassPlan plan = new ClassPlan();
        for (MethodDescription method : type.getDeclaredMethods()) {
            plan.hasInitializer |= method.isTypeInitializer();
            List<Rule> rules = all.rules().get(new MethodKey(method.getInternalName(), method.getDescriptor()));
            List<Probe> ofMethod = new ArrayList<Probe>();
            for (int i = 0; rules != null && i < rules.size(); i++) {
                Probe probe = probes.probe(rules.get(i), method, problems);
                if (probe != null) {
                    ofMethod.add(probe);
                    plan.woven.put(probe, rules.get(i));
                }
            }
            if (!ofMethod.isEmpty()) {
                plan.probes.put(new MethodKey(method.getInternalName(), method.getDescriptor()), ofMethod);
            }
        }
        return plan;
    }

    /** What was woven so far, for whoever asks. */
    public synchronized WovenRules woven() {
        if (woven == null) {
            woven = new WovenRules();
        }
        return woven;
    }

    /** Loads what weaving takes, so that the first class to be woven need not wait for it. */
    public void warmUp() {
        weaver();
    }

    private synchronized ClassWeaver weaver() {
        if (weaver == null) {
            weaver = new ClassWeaver();
        }
        return weaver;
    }
}
