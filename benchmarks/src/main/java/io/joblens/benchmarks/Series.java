package io.joblens.benchmarks;

import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import java.util.Map;

/** A registry of the agent, outside of the agent. */
final class Series {
    private Series() {}

    static Registry registry() {
        return new Registry(Map.of(), 1000, 10_000, Clock.SYSTEM, new Registry.Listener() {
            @Override
            public void failed(Throwable thrown) {
                throw new IllegalStateException(thrown);
            }

            @Override
            public void namesExhausted(String label, String name, int most) {
                throw new IllegalStateException("more than " + most + " of " + label);
            }
        });
    }
}
