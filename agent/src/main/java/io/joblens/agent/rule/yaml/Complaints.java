package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.Problems;
import io.joblens.agent.config.YamlPart;

/** What is wrong with rules, told line by line; a file with very many mistakes is not told in full. Not thread-safe. */
final class Complaints {
    private static final int MOST = 50;

    private final Problems problems;
    private int count;

    Complaints(Problems problems) {
        this.problems = problems;
    }

    void add(YamlPart part, String sentence) {
        addAt(part.place(), sentence);
    }

    void addAt(String place, String sentence) {
        count++;
        if (count <= MOST) {
            problems.report(place + ": " + sentence);
        }
    }

    void end() {
        if (count > MOST) {
            problems.report("rules: " + (count - MOST) + " more problems like these");
        }
    }
}
