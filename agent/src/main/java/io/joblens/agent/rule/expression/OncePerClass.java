package io.joblens.agent.rule.expression;

import java.util.concurrent.atomic.AtomicBoolean;

/** Remembers which classes have been, without keeping them alive. Thread-safe. */
final class OncePerClass {
    private final ClassValue<AtomicBoolean> seen = new ClassValue<AtomicBoolean>() {
        @Override
        protected AtomicBoolean computeValue(Class<?> type) {
            return new AtomicBoolean();
        }
    };

    /** True the first time only. */
    boolean isFirst(Class<?> type) {
        AtomicBoolean flag = seen.get(type);
        return !flag.get() && flag.compareAndSet(false, true);
    }
}
