package io.joblens.agent.weave;

import io.joblens.agent.config.EditDistance;
import io.joblens.agent.rule.PatternRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule without a method may have meant: members of the classes it looked at, or else classes with a name like the one it
 * asks for. Looked for only when somebody asks, so it costs an application nothing.
 */
public final class NearMisses {
    private static final int MOST = 5;
    private static final int LONGEST = 64;

    /** The names of all classes there are. */
    public interface Classes {
        Collection<String> names();
    }

    private final Classes classes;

    public NearMisses(Classes classes) {
        this.classes = classes;
    }

    /**
     * The nearest first, at most five.
     *
     * @param seen members of the classes the rule looked at
     */
    public List<String> of(PatternRule rule, Collection<String> seen) {
        String pattern = rule.pattern().toString().replace("*", "");
        int dot = pattern.lastIndexOf('.');
        if (!seen.isEmpty()) {
            return nearest(pattern.substring(dot + 1), seen, Integer.MAX_VALUE);
        }
        String className = simpleName(pattern.substring(0, dot));
        return className.isEmpty()
                ? Collections.<String>emptyList()
                : nearest(className, classes.names(), className.length() / 2);
    }

    private static List<String> nearest(String wanted, Collection<String> candidates, int farthest) {
        List<Candidate> near = new ArrayList<Candidate>();
        for (String candidate : candidates) {
            String name = simpleName(candidate);
            int apart = Math.abs(name.length() - wanted.length());
            if (apart <= farthest && name.length() <= LONGEST && wanted.length() <= LONGEST) {
                int distance = EditDistance.between(wanted, name);
                if (distance <= farthest) {
                    near.add(new Candidate(candidate, distance));
                }
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

    /** The last name in a class, or in a member with its parameters. */
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
