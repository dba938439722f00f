package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.Problems;
import io.joblens.agent.config.YamlPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is wrong with rules, told line by line; a file with very many mistakes is not told in full. Not thread-safe. */
final class Complaints {
    private static final int MOST = 50;

    private final Problems problems;
    private int count;
    private List<String> ofRule = Collections.emptyList();

    Complaints(Problems problems) {
        this.problems = problems;
    }

    void add(YamlPart part, String sentence) {
        addAt(part.place(), sentence);
    }

    void addAt(String place, String sentence) {
        count++;
        String line = place + ": " + sentence;
        if (count <= MOST) {
            problems.report(line);
        }
        if (ofRule.isEmpty()) {
            ofRule = new ArrayList<String>(1);
        }
        ofRule.add(line);
    }

    /** The next rule begins. */
    void nextRule() {
        ofRule = Collections.emptyList();
    }

    /** What was said of the present rule. */
    List<String> ofRule() {
        return ofRule;
    }

    void end() {
        if (count > MOST) {
            problems.report("rules: " + (count - MOST) + " more problems like these");
        }
    }
}
