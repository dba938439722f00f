package io.joblens.agent.door;

import io.joblens.agent.config.Problems;
import io.joblens.agent.config.YamlPart;

/** What is wrong with a door's files, told line by line. A door with a mistake is not used at all. Not thread-safe. */
final class Complaints implements Problems {
    private final Problems problems;
    private boolean any;

    Complaints(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void report(String line) {
        any = true;
        problems.report(line);
    }

    void add(YamlPart part, String sentence) {
        report(part.place() + ": " + sentence);
    }

    boolean areAny() {
        return any;
    }
}
