package io.joblens.agent.rule;

/** A method of a class: its name and descriptor. Immutable. */
public final class MethodKey {
    private final String name;
    private final String descriptor;

    public MethodKey(String name, String descriptor) {
        this.name = name;
        this.descriptor = descriptor;
    }

    public String name() {
        return name;
    }

    public String descriptor() {
        return descriptor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodKey
                && ((MethodKey) other).name.equals(name)
                && ((MethodKey) other).descriptor.equals(descriptor);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + descriptor.hashCode();
    }
}
