package io.joblens.agent.weave;

import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is woven into one class. Kept, so that a class which is woven again keeps its probes. Holds no application class. */
final class ClassPlan {
    /** Of what was looked for when it was made. */
    final int edition;
    /** The probes of each woven method, the outermost first. */
    final Map<MethodKey, List<Probe>> probes = new LinkedHashMap<MethodKey, List<Probe>>();
    /** The rule of each probe. */
    final Map<Probe, Rule> woven = new LinkedHashMap<Probe, Rule>();
    /** The sets of instances that feed gauges, by number. */
    final Map<GaugeRule, Integer> gauges = new LinkedHashMap<GaugeRule, Integer>();
    /** The rules of the configuration that mean something in the class. */
    final List<PatternRule> matched = new ArrayList<PatternRule>();

    /** @param sought what is looked for; not kept */
    ClassPlan(Sought sought) {
        this.edition = sought.edition();
    }

    void add(MethodKey method, Probe probe, Rule rule) {
        List<Probe> ofMethod = probes.get(method);
        if (ofMethod == null) {
            ofMethod = new ArrayList<Probe>();
            probes.put(method, ofMethod);
        }
        ofMethod.add(probe);
        woven.put(probe, rule);
    }

    /**
     * Adds what another plan of the class has from annotations, and from rules that stay as they are.
     *
     * @param stay the rules of now, by what they say
     * @return the gauges of which the same is true
     */
    List<GaugeRule> addFrom(ClassPlan before, Map<String, PatternRule> stay) {
        Map<Rule, Rule> next = new HashMap<Rule, Rule>();
        Set<String> goneGauges = new HashSet<String>();
        for (PatternRule rule : before.matched) {
            PatternRule same = stay.get(rule.says());
            if (same != null) {
                matched.add(same);
            } else if (rule.rule() == null) {
                goneGauges.add(rule.metric());
            }
            next.put(rule.rule(), same == null ? null : same.rule());
        }
        for (Map.Entry<MethodKey, List<Probe>> method : before.probes.entrySet()) {
            for (Probe probe : method.getValue()) {
                Rule rule = before.woven.get(probe);
                Rule same = next.containsKey(rule) ? next.get(rule) : rule;
                if (same != null) {
                    add(method.getKey(), probe, same);
                }
            }
        }
        List<GaugeRule> gaugesThatStay = new ArrayList<GaugeRule>();
        for (GaugeRule gauge : before.gauges.keySet()) {
            if (!goneGauges.contains(gauge.metric())) {
                gaugesThatStay.add(gauge);
            }
        }
        return gaugesThatStay;
    }

    boolean isEmpty() {
        return probes.isEmpty() && gauges.isEmpty();
    }

    /** Whether the same is to be woven. */
    boolean weavesAs(ClassPlan other) {
        return probes.equals(other.probes) && gaugeNumbers().equals(other.gaugeNumbers());
    }

    /** The probe that a rule has on a method, or {@code null}. */
    Probe probe(Rule rule, MethodKey method) {
        List<Probe> ofMethod = probes.get(method);
        for (int i = 0; ofMethod != null && i < ofMethod.size(); i++) {
            if (woven.get(ofMethod.get(i)).says().equals(rule.says())) {
                return ofMethod.get(i);
            }
        }
        return null;
    }

    /** The number of a gauge's set of instances, or {@code null}. */
    Integer gauge(GaugeRule gauge) {
        return gaugeNumbers().get(gauge.says());
    }

    private Map<String, Integer> gaugeNumbers() {
        Map<String, Integer> numbers = new LinkedHashMap<String, Integer>();
        for (Map.Entry<GaugeRule, Integer> gauge : gauges.entrySet()) {
            numbers.put(gauge.getKey().says(), gauge.getValue());
        }
        return numbers;
    }
}
