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

    private final Probes.Source source;
    private final ConstantPool pool = new ConstantPool(Word.needles());
    private final Map<String, ClassHook> hooks = new HashMap<String, ClassHook>();
    /** What was woven, so that classes which are transformed again keep their probes. */
    private final Map<ClassLoader, Map<String, ClassPlan>> plans =
            new WeakHashMap<ClassLoader, Map<String, ClassPlan>>();

    private final Instrumentation instrumentation;
    /** {@code null} where the configuration has no rules; then nothing of theirs is loaded. */
    private final RuleScan scan;

    private final Vocabulary vocabulary;
    private final Types types;
    /** Made with the first match, as everything is that a JVM without one can do without. */
    private volatile HidingLoaders hidingLoaders;

    private WovenRules woven;
    private ClassWeaver weaver;
    /** What remains to be done before there is a job; {@code null} afterwards. */
    private Runnable beforeFirstProbe;

    /**
     * @param source asked for probes when the first class matches
     * @param hooks classes of libraries that are woven by name
     */
    public Weaver(Probes.Source source, List<ClassHook> hooks, Instrumentation instrumentation) {
        this(source, hooks, null, instrumentation);
    }

    /** @param rules what the configuration says of methods, or {@code null} when it says nothing */
    public Weaver(Probes.Source source, List<ClassHook> hooks, RuleSet rules, Instrumentation instrumentation) {
        this.source = source;
        this.instrumentation = instrumentation;
        this.scan = rules == null ? null : new RuleScan(rules);
        this.vocabulary = rules == null ? null : rules.vocabulary();
        this.types = rules == null ? null : new Types();
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
        boolean opened = redefined != null && isOpened(redefined);
        if (!opened && !isMatch(loader, internalName, file)) {
            return null;
        }
        try {
            if (opened) {
                return weaver().weaveLoader(internalName.replace('/', '.'), file, loader);
            }
            return hidingLoaders().seesRuntime(loader) ? weave(loader, internalName, file) : null;
        } catch (Throwable thrown) {
            Reports.say(internalName.replace('/', '.') + " could not be woven and is not measured: " + thrown);
            return null;
        }
    }

    /** What was woven so far, for whoever asks. */
    public synchronized WovenRules woven() {
        if (woven == null) {
            woven = new WovenRules();
        }
        return woven;
    }

    /** Has something done in front of everything else as soon as a class has a method that is measured. */
    public synchronized void beforeFirstProbe(Runnable preparation) {
        beforeFirstProbe = preparation;
    }

    /** Loads what weaving takes, so that the first class to be woven need not wait for it. */
    public void warmUp() {
        weaver();
    }

    /** Whether there is something to weave in a class that was loaded without the agent, according to its file. */
    boolean plansLoaded(ClassLoader loader, String internalName, byte[] file) {
        return hooks.containsKey(internalName)
                || isMatch(loader, internalName, file)
                        && !plan(loader, internalName, file).isEmpty();
    }

    private boolean isMatch(ClassLoader loader, String internalName, byte[] file) {
        if (hooks.containsKey(internalName)) {
            return true;
        }
        return scan == null ? pool.holdsNeedle(file) : candidates(loader, internalName, file) != null;
    }

    /** The rules that could mean something in the class; {@code null} when neither they nor its annotations do. */
    private List<PatternRule> candidates(ClassLoader loader, String internalName, byte[] file) {
        if (scan == null) {
            return NONE;
        }
        // The JDK's own libraries have no jobs, and are loaded while others hold locks.
        return loader == Weaver.class.getClassLoader().getParent() ? null : scan.candidates(internalName, file);
    }

    private byte[] weave(ClassLoader loader, String internalName, byte[] file) {
        String className = internalName.replace('/', '.');
        ClassHook hook = hooks.get(internalName);
        if (hook != null) {
            TypeDescription type = weaver().describe(className, file, loader);
            return weaver().weave(type, file, loader, hook);
        }
        ClassPlan plan = plan(loader, internalName, file);
        if (plan.isEmpty()) {
            return null;
        }
        if (!plan.probes.isEmpty()) {
            prepare();
        }
        return weaver().weave(weaver().describe(className, file, loader), file, loader, plan);
    }

    /**
     * What is to be woven into a class, made from this file of it unless it is known. A class that was loaded without the
     * agent has to be planned before it is transformed again: the JVM then makes up a file that lacks the annotations.
     *
     * <p>No lock is held while a plan is made: describing classes calls their loader, which may have locks of its own.
     */
    private ClassPlan plan(ClassLoader loader, String internalName, byte[] file) {
        String className = internalName.replace('/', '.');
        ClassPlan known = known(loader, className);
        if (known != null) {
            return known;
        }
        List<String> problems = new ArrayList<String>();
        ClassRules rules = rules(loader, internalName, file, problems);
        ClassPlan plan = new ClassPlan();
        if (!rules.rules().isEmpty() || !rules.gauges().isEmpty()) {
            TypeDescription type = weaver().describe(className, file, loader);
            plan = keep(loader, type, rules, newPlan(type, rules, problems));
        }
        for (String problem : problems) {
            Reports.sayOnce(problem, problem);
            woven().problem(problem);
        }
        return plan;
    }

    private ClassRules rules(ClassLoader loader, String internalName, byte[] file, List<String> problems) {
        String className = internalName.replace('/', '.');
        if (scan == null) {
            return new ClassRules(AnnotatedClass.read(className, file, problems));
        }
        ClassRules rules = new ClassRules(AnnotatedClass.read(className, file, vocabulary, problems));
        List<PatternRule> candidates = candidates(loader, internalName, file);
        if (candidates != null && !candidates.isEmpty()) {
            ClassShape shape = ClassShape.read(file);
            rules.add(candidates, shape, loader, types);
            woven().seen(candidates, rules.matched(), shape);
        }
        return rules;
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
            plan.gauges.put(gauge, source.probes().gauge(gauge, type.getName(), loader, rules.hasInitializer()));
        }
        woven().add(type.getName(), loader, plan, rules);
        ofLoader.put(type.getName(), plan);
        return plan;
    }

    private ClassPlan newPlan(TypeDescription type, ClassRules all, List<String> problems) {
        ClassPlan plan = new ClassPlan();
        for (MethodDescription method : type.getDeclaredMethods()) {
            List<Rule> rules = all.rules().get(new MethodKey(method.getInternalName(), method.getDescriptor()));
            List<Probe> ofMethod = new ArrayList<Probe>();
            for (int i = 0; rules != null && i < rules.size(); i++) {
                Probe probe = source.probes().probe(rules.get(i), method, problems);
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

    /** No lock is held while it runs; a class that is loaded meanwhile by another thread need not wait. */
    private void prepare() {
        Runnable preparation;
        synchronized (this) {
            preparation = beforeFirstProbe;
            beforeFirstProbe = null;
        }
        if (preparation != null) {
            preparation.run();
        }
    }

    private boolean isOpened(Class<?> redefined) {
        HidingLoaders made = hidingLoaders;
        return made != null && made.isOpened(redefined);
    }

    private synchronized HidingLoaders hidingLoaders() {
        if (hidingLoaders == null) {
            hidingLoaders = new HidingLoaders(instrumentation);
        }
        return hidingLoaders;
    }

    private synchronized ClassWeaver weaver() {
        if (weaver == null) {
            weaver = new ClassWeaver();
        }
        return weaver;
    }
}
