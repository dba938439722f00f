package io.joblens.agent.weave;

import io.joblens.agent.rule.ClassShape;
import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.Signature;
import io.joblens.bootstrap.probe.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which rules were woven into which methods, as text: nothing here holds a class or its loader. Bounded; what is beyond the
 * bounds is woven all the same. Thread-safe.
 */
public final class WovenRules {
    private static final int MOST = 10000;
    private static final int MOST_NEAR = 50;

    private final List<Woven> woven = new ArrayList<Woven>();
    private final Map<String, Set<String>> near = new LinkedHashMap<String, Set<String>>();
    /** The sentences, and the class that each is about. */
    private final Map<String, String> problems = new LinkedHashMap<String, String>();

    private final Set<String> matched = new LinkedHashSet<String>();

    /** One rule in one method or field. Immutable. */
    public static final class Woven {
        public final String source;
        public final String kind;
        public final String name;
        public final String member;
        public final String loader;
        /** {@code null} for a gauge, which is read and not called. */
        public final Tally tally;

        Woven(String source, String kind, String name, String member, String loader, Tally tally) {
            this.source = source;
            this.kind = kind;
            this.name = name;
            this.member = member;
            this.loader = loader;
            this.tally = tally;
        }
    }

    /** All of them, in the order in which they were woven. */
    public synchronized List<Woven> all() {
        return new ArrayList<Woven>(woven);
    }

    /** Members of classes a rule looked at without finding one it means; empty when it found one, or saw no class. */
    public synchronized Set<String> near(String source) {
        Set<String> members = near.get(source);
        return members == null ? new LinkedHashSet<String>() : new LinkedHashSet<String>(members);
    }

    /** Whether a rule found a method, even one that another rule of the same kind came first on. */
    public synchronized boolean hasMatched(String source) {
        return matched.contains(source);
    }

    /** What made no sense. */
    public synchronized List<String> problems() {
        return new ArrayList<String>(problems.keySet());
    }

    synchronized void problem(String sentence, String className) {
        if (problems.size() < MOST_NEAR) {
            problems.put(sentence, className);
        }
    }

    /** What remains of this when the rules of the configuration are others: what is said of those that stay is told anew. */
    synchronized WovenRules next(List<PatternRule> before, List<PatternRule> after) {
        Map<String, String> places = places(before, after);
        WovenRules next = new WovenRules();
        for (Woven one : woven) {
            boolean annotation = !places.containsKey(one.source);
            String place = places.get(one.source);
            if (annotation || place != null) {
                next.woven.add(new Woven(
                        annotation ? one.source : place, one.kind, one.name, one.member, one.loader, one.tally));
            }
        }
        for (Map.Entry<String, String> place : places.entrySet()) {
            if (place.getValue() != null && matched.contains(place.getKey())) {
                next.matched.add(place.getValue());
            }
            if (place.getValue() != null && near.containsKey(place.getKey())) {
                next.near.put(place.getValue(), near.get(place.getKey()));
            }
        }
        next.problems.putAll(problems);
        return next;
    }

    /** Where each rule stood, to where it stands; {@code null} for one that is gone. */
    private static Map<String, String> places(List<PatternRule> before, List<PatternRule> after) {
        Map<String, String> bySaying = new HashMap<String, String>();
        for (PatternRule rule : after) {
            bySaying.put(rule.says(), rule.source());
        }
        Map<String, String> places = new LinkedHashMap<String, String>();
        for (PatternRule rule : before) {
            places.put(rule.source(), bySaying.get(rule.says()));
        }
        return places;
    }

    /** Forgets what was woven into a class, and what is wrong with it. */
    synchronized void drop(String className, ClassLoader loader) {
        String of = text(loader);
        for (Iterator<Woven> all = woven.iterator(); all.hasNext(); ) {
            Woven one = all.next();
            if (one.loader.equals(of) && isMember(one.member, className)) {
                all.remove();
            }
        }
        problems.values().removeAll(Collections.singleton(className));
    }

    private static boolean isMember(String member, String className) {
        int end = className.length();
        int arguments = member.indexOf('(');
        int dot = member.lastIndexOf('.', arguments < 0 ? member.length() : arguments);
        return dot == end && member.startsWith(className);
    }

    private static String text(ClassLoader loader) {
        return loader.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(loader));
    }

    synchronized void add(String className, ClassLoader loader, ClassPlan plan) {
        String of = text(loader);
        for (Map.Entry<MethodKey, List<Probe>> method : plan.probes.entrySet()) {
            for (Probe probe : method.getValue()) {
                Rule rule = plan.woven.get(probe);
                String name = rule.namePath() == null ? rule.name() : "{" + rule.namePath() + "}";
                String member = Signature.of(
                        className, method.getKey().name(), method.getKey().descriptor());
                add(new Woven(
                        rule.source(), rule.kind().name().toLowerCase(Locale.ROOT), name, member, of, probe.tally));
            }
        }
        for (GaugeRule gauge : plan.gauges.keySet()) {
            add(new Woven(
                    source(gauge, className, plan),
                    "gauge",
                    gauge.metric(),
                    className + "." + gauge.member(),
                    of,
                    null));
        }
    }

    private static String source(GaugeRule gauge, String className, ClassPlan plan) {
        for (PatternRule rule : plan.matched) {
            if (gauge.metric().equals(rule.metric())) {
                return rule.source();
            }
        }
        return "annotation on " + className + "." + gauge.member();
    }

    private void add(Woven one) {
        if (woven.size() < MOST) {
            woven.add(one);
        }
    }

    /** Rules have looked at a class, and some of them found nothing. */
    synchronized void seen(List<PatternRule> candidates, List<PatternRule> found, ClassShape type) {
        for (PatternRule rule : found) {
            matched.add(rule.source());
            near.remove(rule.source());
        }
        for (PatternRule rule : candidates) {
            if (!rule.isPreset() && !matched.contains(rule.source())) {
                note(rule, type);
            }
        }
    }

    private void note(PatternRule rule, ClassShape type) {
        Set<String> members = near.get(rule.source());
        if (members == null) {
            members = new LinkedHashSet<String>();
            near.put(rule.source(), members);
        }
        for (ClassShape.Member member : rule.pattern().isOfFields() ? type.fields() : type.methods()) {
            if (members.size() < MOST_NEAR && !member.name().startsWith("<")) {
                String descriptor = rule.pattern().isOfFields() ? null : member.descriptor();
                members.add(Signature.of(type.name(), member.name(), descriptor));
            }
        }
    }
}
