package io.joblens.agent.weave;

import io.joblens.agent.rule.ClassRules;
import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.bootstrap.report.Reports;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/**
 * What is to be woven into each class, and what is looked for to know it. A plan is kept, so that a class which is transformed again
 * keeps its probes; one that is made anew keeps the probes of whatever says the same as before. Thread-safe.
 */
final class Plans {
    private final Probes.Source source;
    private final Weaver weaver;
    private final Map<ClassLoader, Map<String, ClassPlan>> plans =
            new WeakHashMap<ClassLoader, Map<String, ClassPlan>>();
    private volatile Sought sought;

    Plans(Probes.Source source, Sought sought, Weaver weaver) {
        this.source = source;
        this.sought = sought;
        this.weaver = weaver;
    }

    Sought sought() {
        return sought;
    }

    /** From now on, this is looked for in classes that are loaded; returns what was looked for before. */
    synchronized Sought swap(RuleSet rules, Presets presets) {
        Sought before = sought;
        sought = before.next(rules, presets);
        return before;
    }

    /** Whether a plan was made of what is looked for now. */
    boolean isOfNow(ClassPlan plan) {
        return plan.edition == sought.edition();
    }

    /**
     * What is to be woven into a class, made from this file of it unless it is known. A class that was loaded without the
     * agent has to be planned before it is transformed again: the JVM then makes up a file that lacks the annotations.
     *
     * @param loaded whether the class is there already; if so, a plan that is known holds until somebody makes a new one
     */
    ClassPlan plan(ClassLoader loader, String internalName, byte[] file, boolean loaded) {
        ClassPlan known = known(loader, internalName.replace('/', '.'));
        return known != null && (loaded || isOfNow(known)) ? known : planAnew(loader, internalName, file);
    }

    /** The plan that a class has, or {@code null}. */
    synchronized ClassPlan known(ClassLoader loader, String className) {
        Map<String, ClassPlan> ofLoader = plans.get(loader);
        return ofLoader == null ? null : ofLoader.get(className);
    }

    /**
     * What is to be woven into a class according to this file of it.
     *
     * <p>No lock is held while a plan is made: describing classes calls their loader, which may have locks of its own.
     */
    ClassPlan planAnew(ClassLoader loader, String internalName, byte[] file) {
        String className = internalName.replace('/', '.');
        while (true) {
            ClassPlan before = known(loader, className);
            Sought now = sought;
            ClassPlan plan = new ClassPlan(now);
            List<String> problems = new ArrayList<String>();
            ClassRules rules = now.rulesOf(loader, internalName, file, problems);
            plan.matched.addAll(rules.matched());
            if (!rules.rules().isEmpty() || !rules.gauges().isEmpty()) {
                addProbes(weaver.weaver().describe(className, file, loader), rules, before, plan, problems);
                plan = keep(loader, className, rules.gauges(), rules.hasInitializer(), before, plan);
            } else if (before != null) {
                plan = keep(loader, className, Collections.<GaugeRule>emptyList(), false, before, plan);
            }
            if (plan != null) {
                tell(problems, className, now.woven());
                return plan;
            }
        }
    }

    /** Plans a class anew whose file is not there any more: it keeps what it has, but for rules that are gone or changed. */
    ClassPlan planWithoutFile(ClassLoader loader, String className) {
        while (true) {
            ClassPlan before = known(loader, className);
            Sought now = sought;
            ClassPlan plan = new ClassPlan(now);
            List<GaugeRule> gauges = plan.addFrom(before, now.rulesBySaying());
            ClassPlan kept = keep(loader, className, gauges, false, before, plan);
            if (kept != null) {
                return kept;
            }
        }
    }

    /** Once a class is not woven as it was: numbers that it has no more may some day be those of other probes. */
    void retire(ClassPlan before, ClassPlan after) {
        retireProbes(before, after);
        for (Integer number : before.gauges.values()) {
            if (!after.gauges.containsValue(number)) {
                source.probes().retire(number);
            }
        }
    }

    private void addProbes(
            TypeDescription type, ClassRules all, ClassPlan before, ClassPlan plan, List<String> problems) {
        for (MethodDescription method : type.getDeclaredMethods()) {
            MethodKey key = new MethodKey(method.getInternalName(), method.getDescriptor());
            List<Rule> rules = all.rules().get(key);
            for (int i = 0; rules != null && i < rules.size(); i++) {
                Probe same = before == null ? null : before.probe(rules.get(i), key);
                Probe probe = same != null ? same : source.probes().probe(rules.get(i), method, problems);
                if (probe != null) {
                    plan.add(key, probe, rules.get(i));
                }
            }
        }
    }

    /**
     * Of threads that define the same class at once, one makes the plan that counts, and registers the gauges.
     *
     * @return {@code null} when the plan was made of what is not so any more
     */
    private synchronized ClassPlan keep(
            ClassLoader loader,
            String className,
            List<GaugeRule> gauges,
            boolean hasInitializer,
            ClassPlan before,
            ClassPlan plan) {
        ClassPlan first = known(loader, className);
        if (first != before || !isOfNow(plan)) {
            retireProbes(plan, before);
            return first != null && isOfNow(first) ? first : null;
        }
        for (GaugeRule gauge : gauges) {
            Integer number = before == null ? null : before.gauge(gauge);
            plan.gauges.put(
                    gauge, number != null ? number : source.probes().gauge(gauge, className, loader, hasInitializer));
        }
        if (before != null) {
            removeGauges(before, plan);
            sought.woven().drop(className, loader);
        }
        sought.woven().add(className, loader, plan);
        put(loader, className, plan);
        return plan;
    }

    private void removeGauges(ClassPlan before, ClassPlan plan) {
        for (Map.Entry<GaugeRule, Integer> gauge : before.gauges.entrySet()) {
            if (!plan.gauges.containsValue(gauge.getValue())) {
                source.probes().removeGauge(gauge.getKey(), gauge.getValue());
            }
        }
    }

    private void put(ClassLoader loader, String className, ClassPlan plan) {
        Map<String, ClassPlan> ofLoader = plans.get(loader);
        if (ofLoader == null) {
            ofLoader = new HashMap<String, ClassPlan>();
            plans.put(loader, ofLoader);
        }
        if (plan.isEmpty() && plan.matched.isEmpty()) {
            ofLoader.remove(className);
        } else {
            ofLoader.put(className, plan);
        }
    }

    private void retireProbes(ClassPlan from, ClassPlan except) {
        for (Map.Entry<Probe, Rule> probe : from.woven.entrySet()) {
            if (except == null || !except.woven.containsKey(probe.getKey())) {
                source.probes().retire(probe.getValue(), probe.getKey());
            }
        }
    }

    private static void tell(List<String> problems, String className, WovenRules woven) {
        for (String problem : problems) {
            Reports.sayOnce(problem, problem);
            woven.problem(problem, className);
        }
    }
}
