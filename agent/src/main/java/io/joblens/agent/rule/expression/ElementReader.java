package io.joblens.agent.rule.expression;

import java.lang.reflect.Array;
import java.util.List;

/** Reads an element of an array or list. */
final class ElementReader implements StepReader {
    private final String path;
    private final int index;
    private final Reports reports;
    private final OncePerClass absences = new OncePerClass();

    ElementReader(String path, int index, Reports reports) {
        this.path = path;
        this.index = index;
        this.reports = reports;
    }

    @Override
    public Object read(Object receiver) {
        if (receiver instanceof Object[]) {
            Object[] array = (Object[]) receiver;
            return index < array.length ? array[index] : null;
        }
        if (receiver instanceof List) {
            return element((List<?>) receiver);
        }
        if (receiver.getClass().isArray()) {
            return index < Array.getLength(receiver) ? Array.get(receiver, index) : null;
        }
        if (absences.isFirst(receiver.getClass())) {
            reports.report("`" + path + "` is absent: " + receiver.getClass().getName() + " is neither array nor list");
        }
        return null;
    }

    private Object element(List<?> list) {
        try {
            return index < list.size() ? list.get(index) : null;
        } catch (IndexOutOfBoundsException e) {
            // Another thread made it shorter in between.
            return null;
        }
    }
}
