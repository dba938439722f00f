package io.joblens.agent.weave;

import io.joblens.agent.rule.AnnotatedClass;
import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.Word;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
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
    private final Probes.Source source;
    private final ConstantPool pool = new ConstantPool(Word.needles());
    private final Map<String, ClassHook> hooks = new HashMap<String, ClassHook>();
    /** What was woven, so that classes which are transformed again keep their probes. */
    private final Map<ClassLoader, Map<String, ClassPlan>> plans =
            new WeakHashMap<ClassLoader, Map<String, ClassPlan>>();

    private final Instrumentation instrumentation;
    /** Made with the first match, as everything is that a JVM without one can do without. */
    private volatile HidingLoaders hidingLoaders;

    private ClassWeaver weaver;

    /**
     * @param source asked for probes when the first class matches
     * @param hooks classes of libraries that are woven by name
     */
    public Weaver(Probes.Source source, List<ClassHook> hooks, Instrumentation instrumentation) {
        this.source = source;
        this.instrumentation = instrumentation;
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
        if (!opened && !isMatch(internalName, file)) {
            return null;
        }
        try {
            if (opened) {
                return weaver().weaveLoader(internalName.replace('/', '.'), file, loader);
            }
            return hidingLoaders().seesRuntime(loader)
                    ? weave(loader, internalName.replace('/', '.'), file, hooks.get(internalName))
                    : null;
        } catch (Throwable thrown) {
            Reports.say(internalName.replace('/', '.') + " could not be woven and is not measured: " + thrown);
            return null;
        }
    }

    private boolean isMatch(String internalName, byte[] file) {
        return hooks.containsKey(internalName) || pool.holdsNeedle(file);
    }

    /** Whether there is something to weave in a class that was loaded without the agent, according to its file. */
    boolean plansLoaded(ClassLoader loader, String internalName, byte[] file) {
        return hooks.containsKey(internalName)
                || pool.holdsNeedle(file)
                        && !plan(loader, internalName.replace('/', '.'), file).isEmpty();
    }

    private byte[] weave(ClassLoader loader, String className, byte[] file, ClassHook hook) {
        if (hook != null) {
            TypeDescription type = weaver().describe(className, file, loader);
            return weaver().weave(type, file, loader, hook);
        }
        ClassPlan plan = plan(loader, className, file);
        if (plan.isEmpty()) {
            return null;
        }
        return weaver().weave(weaver().describe(className, file, loader), file, loader, plan);
    }

    /**
     * What is to be woven into a class, made from this file of it unless it is known. A class that was loaded without the
     * agent has to be planned before it is transformed again: the JVM then makes up a file that lacks the annotations.
     *
     * <p>No lock is held while a plan is made: describing classes calls their loader, which may have locks of its own.
     */
    ClassPlan plan(ClassLoader loader, String className, byte[] file) {
        ClassPlan known = known(loader, className);
        if (known != null) {
            return known;
        }
        List<String> problems = new ArrayList<String>();
        AnnotatedClass annotated = AnnotatedClass.read(className, file, problems);
        ClassPlan plan = new ClassPlan();
        if (!annotated.rules().isEmpty() || !annotated.gauges().isEmpty()) {
            TypeDescription type = weaver().describe(className, file, loader);
            plan = keep(loader, type, annotated, newPlan(type, annotated, problems));
        }
        for (String problem : problems) {
            Reports.sayOnce(problem, problem);
        }
        return plan;
    }

    private synchronized ClassPlan known(ClassLoader loader, String className) {
        Map<String, ClassPlan> ofLoader = plans.get(loader);
        return ofLoader == null ? null : ofLoader.get(className);
    }

    /** Of threads that define the same class at once, one makes the plan that counts, and registers the gauges. */
    private synchronized ClassPlan keep(
            ClassLoader loader, TypeDescription type, AnnotatedClass annotated, ClassPlan plan) {
        Map<String, ClassPlan> ofLoader = plans.get(loader);
        if (ofLoader == null) {
            ofLoader = new HashMap<String, ClassPlan>();
            plans.put(loader, ofLoader);
        }
        ClassPlan first = ofLoader.get(type.getName());
        if (first != null) {
            return first;
        }
        for (GaugeRule gauge : annotated.gauges()) {
            plan.gauges.put(gauge, source.probes().gauge(gauge, type.getName(), loader, annotated.hasInitializer()));
        }
        ofLoader.put(type.getName(), plan);
        return plan;
    }

    private ClassPlan newPlan(TypeDescription type, AnnotatedClass annotated, List<String> problems) {
        ClassPlan plan = new ClassPlan();
        for (MethodDescription method : type.getDeclaredMethods()) {
            List<Rule> rules = annotated.rules().get(new MethodKey(method.getInternalName(), method.getDescriptor()));
            List<Probe> ofMethod = new ArrayList<Probe>();
            for (int i = 0; rules != null && i < rules.size(); i++) {
                Probe probe = source.probes().probe(rules.get(i), method, problems);
                if (probe != null) {
                    ofMethod.add(probe);
                }
            }
            if (!ofMethod.isEmpty()) {
                plan.probes.put(new MethodKey(method.getInternalName(), method.getDescriptor()), ofMethod);
            }
        }
        return plan;
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
