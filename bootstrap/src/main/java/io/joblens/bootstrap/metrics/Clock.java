package io.joblens.bootstrap.metrics;

/** Where time comes from. Thread-safe. */
public interface Clock {
    /** Nanoseconds since some moment, for differences. */
    long nanoTime();

    /** Milliseconds since 1970-01-01T00:00Z. */
    long wallMillis();

    /** The clocks of the JVM. */
    Clock SYSTEM = new Clock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public long wallMillis() {
            return System.currentTimeMillis();
        }
    };
}
