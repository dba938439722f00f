package io.joblens.bootstrap.probe;

/** What a method is about to return, where another object can be returned in its place. Confined to the call. */
public final class Replaceable {
    private Object value;

    public Replaceable(Object value) {
        this.value = value;
    }

    /** What is to be returned. */
    public Object value() {
        return value;
    }

    void value(Object other) {
        value = other;
    }
}
