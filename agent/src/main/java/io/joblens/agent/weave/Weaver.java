package io.joblens.agent.weave;

import io.joblens.agent.rule.RuleSet;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;

/**
 * Decides for every class that is loaded whether it is woven. The decision costs microseconds and touches nothing of Byte
 * Buddy; a JVM in which nothing matches never loads it. Thread-safe; nothing is thrown into class loading.
 */
public final class Weaver implements ClassFileTransformer {
    /** Somebody who wants to know when a class is loaded that is not woven for it. */
    public interface Sighting {
        /** Called in the middle of loading it, or afterwards where it was loaded without the agent. */
        void loading(ClassLoader loader);
    }

    private final Hooks hooks;
    private final Plans plans;
    private final Instrumentation instrumentation;
    /** Made with the first match, as everything is that a JVM without one can do without. */
    private volatile HidingLoaders hidingLoaders;

    private ClassWeaver weaver;
    private volatile String awaited = "";
    private volatile Sighting sighting;
    /** What remains to be done before there is a job; {@code null} afterwards. */
    private Runnable beforeFirstProbe;

    /**
     * @param source asked for probes when the first class matches
     * @param hooks classes of libraries that are woven by name
     */
    public Weaver(Probes.Source source, List<ClassHook> hooks, Instrumentation instrumentation) {
        this(source, hooks, null, Presets.none(), instrumentation);
    }

    /** @param rules what the configuration says of methods, or {@code null} when it says nothing */
    public Weaver(
            Probes.Source source,
            List<ClassHook> hooks,
            RuleSet rules,
            Presets presets,
            Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        this.plans = new Plans(source, Sought.of(rules, presets), this);
        this.hooks = new Hooks(hooks);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String internalName, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (internalName == null || loader == Weaver.class.getClassLoader()) {
            return null;
        }
        sighted(internalName, loader);
        if (loader == null && !hooks.names(internalName)) {
            // Of the JDK's own classes only those of its logging library are woven, and those by name.
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
            return loader == null || hidingLoaders().seesRuntime(loader)
                    ? weave(loader, internalName, file, redefined != null)
                    : null;
        } catch (Throwable thrown) {
            Reports.say(internalName.replace('/', '.') + " could not be woven and is not measured: " + thrown);
            return null;
        }
    }

    /**
     * Has somebody told when a class is loaded, each time that a loader does.
     *
     * @param internalName with slashes
     */
    public void whenLoading(String internalName, Sighting sighting) {
        this.sighting = sighting;
        this.awaited = internalName;
    }

    /** What was woven so far, for whoever asks. */
    public WovenRules woven() {
        return plans.sought().woven();
    }

    /** What the configuration says of methods now; {@code null} when it says nothing. */
    public RuleSet rules() {
        return plans.sought().rules();
    }

    /** Has something done in front of everything else as soon as a class has a method that is measured. */
    public synchronized void beforeFirstProbe(Runnable preparation) {
        beforeFirstProbe = preparation;
    }

    /** The presets, with what became of them. */
    public Presets presets() {
        return plans.sought().presets();
    }

    /** Loads what weaving takes, so that the first class to be woven need not wait for it. */
    public void warmUp() {
        weaver();
    }

    /** A class is being loaded, or was loaded without the agent. */
    void sighted(String internalName, ClassLoader loader) {
        if (!internalName.equals(awaited)) {
            return;
        }
        try {
            sighting.loading(loader);
        } catch (Throwable thrown) {
            Reports.caught(thrown);
        }
    }

    /** Whether this is the name of a class that is woven by its name. */
    boolean isHooked(String internalName) {
        return hooks.names(internalName);
    }

    /** Whether there is something to weave in a class that was loaded without the agent, according to its file. */
    boolean plansLoaded(ClassLoader loader, String internalName, byte[] file) {
        return hooks.of(internalName, file) != null
                || isMatch(loader, internalName, file)
                        && !plans.plan(loader, internalName, file, true).isEmpty();
    }

    private boolean isMatch(ClassLoader loader, String internalName, byte[] file) {
        return hooks.of(internalName, file) != null || plans.sought().isMatch(loader, internalName, file);
    }

    private byte[] weave(ClassLoader loader, String internalName, byte[] file, boolean loaded) {
        String className = internalName.replace('/', '.');
        ClassHook hook = hooks.of(internalName, file);
        if (hook != null) {
            return weaver().weave(className, file, loader, hook);
        }
        while (true) {
            ClassPlan plan = plans.plan(loader, internalName, file, loaded);
            if (!plan.probes.isEmpty()) {
                prepare();
            }
            byte[] woven = plan.isEmpty()
                    ? null
                    : weaver().weave(weaver().describe(className, file, loader), file, loader, plan);
            // A class that is not defined yet is seen by nobody who changes the rules meanwhile.
            if (loaded || plans.isOfNow(plan)) {
                return woven;
            }
        }
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

    Plans plans() {
        return plans;
    }

    synchronized ClassWeaver weaver() {
        if (weaver == null) {
            weaver = new ClassWeaver();
        }
        return weaver;
    }
}
