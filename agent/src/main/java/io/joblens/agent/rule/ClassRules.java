package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * All rules of one class, whoever says them. Where two of them would count one call twice, the annotation comes before the
 * configuration, and in the configuration the first rule before the second. Not thread-safe.
 */
public final class ClassRules {
    private final Map<MethodKey, List<Rule>> rules = new LinkedHashMap<MethodKey, List<Rule>>();
    private final List<GaugeRule> gauges = new ArrayList<GaugeRule>();
    private final List<PatternRule> matched = new ArrayList<PatternRule>();
    private final boolean hasInitializer;

    /** What annotations say. */
    public ClassRules(AnnotatedClass annotated) {
        for (Map.Entry<MethodKey, List<Rule>> method : annotated.rules().entrySet()) {
            rules.put(method.getKey(), new ArrayList<Rule>(method.getValue()));
        }
        gauges.addAll(annotated.gauges());
        hasInitializer = annotated.hasInitializer();
    }

    /** Adds what rules with patterns mean in a class. */
    public void add(Collection<PatternRule> candidates, ClassShape type, ClassLoader loader, Types types) {
        for (PatternRule candidate : candidates) {
            for (ClassShape.Member member : candidate.pattern().members(type, loader, types)) {
                boolean fits = candidate.rule() == null ? addGauge(candidate, member) : addRule(candidate, member);
                if (fits && !matched.contains(candidate)) {
                    matched.add(candidate);
                }
            }
        }
    }

    /** The rules of each method that has some, the outermost first. */
    public Map<MethodKey, List<Rule>> rules() {
        return rules;
    }

    public List<GaugeRule> gauges() {
        return gauges;
    }

    /** Whether the class has a static initializer. */
    public boolean hasInitializer() {
        return hasInitializer;
    }

    /** The rules with patterns that mean something in the class. */
    public List<PatternRule> matched() {
        return matched;
    }

    private boolean addRule(PatternRule candidate, ClassShape.Member member) {
        if (member.has(Opcodes.ACC_ABSTRACT) || member.has(Opcodes.ACC_NATIVE)) {
            return false;
        }
        MethodKey key = new MethodKey(member.name, member.descriptor);
        List<Rule> ofMethod = rules.get(key);
        if (ofMethod == null) {
            ofMethod = new ArrayList<Rule>();
            rules.put(key, ofMethod);
        }
        for (Rule rule : ofMethod) {
            if (rule.meets(candidate.rule())) {
                return true;
            }
        }
        ofMethod.add(placeOf(candidate.rule(), ofMethod), candidate.rule());
        return true;
    }

    /** What queues a job, starts or ends it encloses what happens inside. */
    private static int placeOf(Rule added, List<Rule> rules) {
        int place = 0;
        while (place < rules.size() && depth(rules.get(place)) <= depth(added)) {
            place++;
        }
        return place;
    }

    private static int depth(Rule rule) {
        return rule.kind() == Rule.Kind.CREATED ? -1 : rule.kind().ordinal();
    }

    private boolean addGauge(PatternRule candidate, ClassShape.Member member) {
        boolean method = !candidate.pattern().isOfFields();
        if (method && !isReadable(member)) {
            return false;
        }
        for (GaugeRule gauge : gauges) {
            if (gauge.metric().equals(candidate.metric())
                    && gauge.member().equals(member.name)
                    && gauge.isMethod() == method) {
                return true;
            }
        }
        gauges.add(new GaugeRule(
                candidate.metric(), candidate.help(), member.name, method, member.has(Opcodes.ACC_STATIC)));
        return true;
    }

    private static boolean isReadable(ClassShape.Member method) {
        return !method.has(Opcodes.ACC_ABSTRACT)
                && Type.getArgumentTypes(method.descriptor).length == 0
                && !Type.getReturnType(method.descriptor).equals(Type.VOID_TYPE);
    }
}
