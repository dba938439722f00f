package io.joblens.bootstrap.metrics;

/** Receives what the registry holds: each family once, followed by all of its series. */
public interface MetricSink {
    /** The series that follow belong to this family. */
    void family(Family family);

    /** One series of a counter, a gauge or an info. */
    void sample(Labels labels, double value);

    /** One series of a histogram. The reading is reused: it is valid during the call. */
    void histogram(Labels labels, HistogramReading reading);

    /** One series of a summary, of which jobs have none: whoever looks at theirs alone need not take it. */
    default void summary(Labels labels, long count, double sum) {}
}
