package io.joblens.agent.rule.yaml;

import java.util.Arrays;
import java.util.List;

/** Which names a gauge may have: those of Prometheus' data model that no series of ours uses itself. */
final class MetricNames {
    private static final List<String> TAKEN_PREFIXES =
            Arrays.asList("job_", "scan_", "operation_", "joblens_", "active_jobs");

    private MetricNames() {}

    /** What is wrong, as the end of a sentence; {@code null} when nothing is. */
    static String wrong(String name) {
        if (name.isEmpty() || Character.isDigit(name.charAt(0)) || !isPlain(name)) {
            return "; it takes queue_length, failed_jobs_dlq or a name of letters, digits and _ with no digit first";
        }
        for (String prefix : TAKEN_PREFIXES) {
            if (name.startsWith(prefix)) {
                return ", but names that begin with " + prefix + " are Joblens' own; it takes another";
            }
        }
        return null;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean plain = letter == '_'
                    || letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** The sentence shown with a gauge nobody described. */
    static String help(String metric, String member) {
        if (metric.equals("queue_length")) {
            return "Current queue length";
        }
        return metric.equals("failed_jobs_dlq") ? "Current number of failed jobs in DLQ" : "Current value of " + member;
    }
}
