package io.joblens.bootstrap.metrics;

/** The listener of a registry that has nothing to complain of. */
public final class Untroubled implements Registry.Listener {
    @Override
    public void namesExhausted(String label, String name, int most) {
        throw new AssertionError(name);
    }

    @Override
    public void failed(Throwable thrown) {
        throw new AssertionError(thrown);
    }
}
