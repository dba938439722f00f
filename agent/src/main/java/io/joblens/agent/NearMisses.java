package io.joblens.agent;

import io.joblens.agent.config.EditDistance;
import io.joblens.agent.rule.PatternRule;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule without a method may have meant: members of the classes it looked at, or else loaded classes with a name like
 * the one it asks for. Looked for only when somebody asks, so it costs an application nothing.
 */
final class NearMisses {
    private static final int MOST = 5;
    private static final int LONGEST = 64;

    private final Instrumentation instrumentation;

    NearMisses(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** @param seen members of the classes the rule looked at */
    List<String> of(PatternRule rule, Collection<String> seen) {
        String pattern = rule.pattern().toString().replace("*", "");
        int dot = pattern.lastIndexOf('.');
        return seen.isEmpty()
                ? nearest(simpleName(pattern.substring(0, dot)), loadedClasses())
                : nearest(pattern.substring(dot + 1), seen);
    }

    private List<String> loadedClasses() {
        List<String> names = new ArrayList<String>();
        ClassLoader own = NearMisses.class.getClassLoader();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            ClassLoader loader = type.getClassLoader();
            if (loader != null && loader != own && loader != own.getParent() && !type.isArray()) {
                names.add(type.getName());
            }
        }
        return names;
    }

    private static List<String> nearest(final String wanted, Collection<String> candidates) {
        List<Candidate> near = new ArrayList<Candidate>();
        for (String candidate : candidates) {
            String name = simpleName(candidate);
            if (name.length() <= LONGEST && wanted.length() <= LONGEST) {
                near.add(new Candidate(candidate, EditDistance.between(wanted, name)));
            }
        }
        Collections.sort(near, new Comparator<Candidate>() {
            @Override
            public int compare(Candidate left, Candidate right) {
                return left.distance - right.distance;
            }
        });
        List<String> names = new ArrayList<String>();
        for (int i = 0; i < near.size() && names.size() < MOST; i++) {
            if (!names.contains(near.get(i).text)) {
                names.add(near.get(i).text);
            }
        }
        return names;
    }

    /** The last name in a class, or in a member with its descriptor. */
    private static String simpleName(String text) {
        int end = text.indexOf('(');
        String name = end < 0 ? text : text.substring(0, end);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static final class Candidate {
        private final String text;
        private final int distance;

        Candidate(String text, int distance) {
            this.text = text;
            this.distance = distance;
        }
    }
}
