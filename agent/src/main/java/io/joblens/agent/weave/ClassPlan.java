package io.joblens.agent.weave;

import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is woven into one class. Kept, so that a class which is woven again keeps its probes. Holds no application class. */
final class ClassPlan {
    /** The probes of each woven method, the outermost first. */
    final Map<MethodKey, List<Probe>> probes = new LinkedHashMap<MethodKey, List<Probe>>();
    /** The rule of each probe. */
    final Map<Probe, Rule> woven = new LinkedHashMap<Probe, Rule>();
    /** The sets of instances that feed gauges, by number. */
    final Map<GaugeRule, Integer> gauges = new LinkedHashMap<GaugeRule, Integer>();

    boolean isEmpty() {
        return probes.isEmpty() && gauges.isEmpty();
    }
}
