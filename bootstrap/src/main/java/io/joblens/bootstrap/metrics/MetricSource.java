package io.joblens.bootstrap.metrics;

/** Somebody who has families beside those of jobs, such as those of the JVM. Implementations are thread-safe. */
public interface MetricSource {
    /**
     * Hands all of its families to the sink; what cannot be read is left out.
     *
     * @param constant the labels that all series have
     */
    void collect(MetricSink sink, Labels constant);
}
