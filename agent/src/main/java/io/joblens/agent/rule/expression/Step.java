package io.joblens.agent.rule.expression;

/** One step of a value path, from a value to something it holds. */
final class Step {
    enum Kind {
        PROPERTY,
        ELEMENT,
        KEY
    }

    final Kind kind;

    /** Of a property or key. */
    final String name;

    /** Of an element. */
    final int index;

    final int column;

    private Step(Kind kind, String name, int index, int column) {
        this.kind = kind;
        this.name = name;
        this.index = index;
        this.column = column;
    }

    static Step property(String name, int column) {
        return new Step(Kind.PROPERTY, name, -1, column);
    }

    static Step element(int index, int column) {
        return new Step(Kind.ELEMENT, "", index, column);
    }

    static Step key(String key, int column) {
        return new Step(Kind.KEY, key, -1, column);
    }

    @Override
    public String toString() {
        switch (kind) {
            case PROPERTY:
                return "." + name;
            case ELEMENT:
                return "[" + index + "]";
            default:
                char quote = name.indexOf('\'') < 0 ? '\'' : '"';
                return "[" + quote + name + quote + "]";
        }
    }
}
