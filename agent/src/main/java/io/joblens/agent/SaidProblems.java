package io.joblens.agent;

import io.joblens.agent.config.Problems;
import io.joblens.bootstrap.report.Reports;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with the configuration, and keeps it for those who ask later. Thread-safe; bounded by who reports. */
final class SaidProblems implements Problems {
    private List<String> lines;

    @Override
    public synchronized void report(String line) {
        Reports.say(line);
        if (lines == null) {
            lines = new ArrayList<String>();
        }
        lines.add(line);
    }

    /** What was wrong is not any more. */
    synchronized void clear() {
        lines = null;
    }

    synchronized List<String> lines() {
        return lines == null ? new ArrayList<String>() : new ArrayList<String>(lines);
    }
}
