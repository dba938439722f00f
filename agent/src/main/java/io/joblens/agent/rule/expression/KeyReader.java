package io.joblens.agent.rule.expression;

import java.util.Map;

/** Reads the value of a key of a map. */
final class KeyReader implements StepReader {
    private final String path;
    private final String key;
    private final Reports reports;
    private final OncePerClass absences = new OncePerClass();

    KeyReader(String path, String key, Reports reports) {
        this.path = path;
        this.key = key;
        this.reports = reports;
    }

    @Override
    public Object read(Object receiver) {
        if (receiver instanceof Map) {
            return valueOf((Map<?, ?>) receiver, key);
        }
        if (absences.isFirst(receiver.getClass())) {
            reports.report("`" + path + "` is absent: " + receiver.getClass().getName() + " is no map");
        }
        return null;
    }

    /** The value, or {@code null} when the map has no such key. */
    static Object valueOf(Map<?, ?> map, String key) {
        try {
            return map.get(key);
        } catch (ClassCastException e) {
            // A sorted map whose keys are no strings has no such key.
            return null;
        }
    }
}
