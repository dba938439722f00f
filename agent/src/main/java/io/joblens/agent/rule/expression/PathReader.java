package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.ValueReader;

/** Reads a path with steps. */
final class PathReader implements ValueReader {
    private final ValueReader root;
    private final StepReader[] steps;

    private PathReader(ValueReader root, StepReader[] steps) {
        this.root = root;
        this.steps = steps;
    }

    static ValueReader of(ValuePath path, Binding binding) {
        ValueReader root = binding.reader(path.root());
        StepReader[] steps = new StepReader[path.steps().size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = step(path.steps().get(i), path.before(i + 1).toString(), binding);
        }
        return steps.length == 0 ? root : new PathReader(root, steps);
    }

    private static StepReader step(Step step, String path, Binding binding) {
        switch (step.kind) {
            case PROPERTY:
                return new PropertyReader(path, step.name, binding);
            case ELEMENT:
                return new ElementReader(path, step.index, binding.reports());
            default:
                return new KeyReader(path, step.name, binding.reports());
        }
    }

    @Override
    public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many)
            throws Throwable {
        Object value = root.read(returned, thrown, a, b, c, many);
        for (StepReader step : steps) {
            if (value == null) {
                return null;
            }
            value = step.read(value);
        }
        return value;
    }
}
